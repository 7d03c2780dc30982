/** Lines that tables need beside their rows. */

/** Title and header. */
export const TABLE_CHROME = 2;
