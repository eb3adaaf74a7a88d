/** For the border test: a module that reaches into another one's inner part. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package violation.attic;
