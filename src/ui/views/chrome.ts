/** Lines that tables need beside their rows. */

/** Title and header above, totals below. */
export const TABLE_CHROME = 3;
