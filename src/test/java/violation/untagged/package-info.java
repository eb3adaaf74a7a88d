/** For the rules about tests. */
package violation.untagged;
