/** For the border test: a module that must not be used. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package violation.cellar;
