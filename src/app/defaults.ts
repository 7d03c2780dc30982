/** What is used when nothing is named; in a file of its own so that asking for help reads nothing else. */
export const DEFAULT_CATALOGUE = 'chs-drg-2.0';
export const SHIPPED_COMPARISON = 'scenarios/compare-2025.yaml';
