package no.samtidig.improvement.pipeline;

import java.util.List;

/**
 * A part of a region that lies in a region of another layer, such as a health region.
 *
 * @param code of layer and region
 * @param name of that region
 * @param counties numbers of those that lie in both
 */
public record LayerPart(String code, String name, List<String> counties) {
    public LayerPart {
        counties = List.copyOf(counties);
    }
}
