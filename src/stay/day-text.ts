/** Days since 1970-01-01 as people write them. */
const DAY_MS = 86_400_000;

/** 2025-03-31 */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 2025-03 */
export const monthText = (day: number): string => dayText(day).slice(0, 7);
