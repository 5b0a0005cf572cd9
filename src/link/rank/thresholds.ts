/** From what score on a candidate is put before people, and from what score on it may be recommended to them. */
export interface Thresholds {
  readonly propose: number;
  readonly recommend: number;
}

/** Chosen on the links of the report and the labels of EuroVoc (`npm run bench -- link`). */
export const usualThresholds: Thresholds = { propose: 0.3, recommend: 0.85 };

/**
 * As many candidates of a thing are put before people. What is the same stands first or second; but what is broader or related has
 * no more of its name in common than a dozen others have.
 */
export const usualLimit = 25;
