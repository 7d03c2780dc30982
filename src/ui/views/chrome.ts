/** Lines that tables need beside their rows. */

/** Title and header. */
export const TABLE_CHROME = 2;

/** Titles of scenarios, on two lines. */
export const TOTALS_HEADER = 2;
