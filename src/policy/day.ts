/** Days as people write them, `2025-01-31`, and as they are counted: since 1970-01-01. */
const length = 86_400_000;

/** undefined: not a day of the calendar. */
export function dayOf(text: string): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / length : Number.NaN;
  // 2025-02-30 is read as 2 March
  return !Number.isNaN(day) && dateText(day) === text ? day : undefined;
}

export const dateText = (day: number): string => new Date(day * length).toISOString().slice(0, 10);
