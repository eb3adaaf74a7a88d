package no.samtidig.catalogue;

/**
 * Where a block is, in every language and every version: what learners' work hangs on.
 *
 * @param module the module's address
 * @param lesson the lesson's address
 * @param block the block's own address in the lesson
 */
public record BlockRef(String module, String lesson, String block) {}
