/** The fewest characters a book's password may have; shorter ones are guessed in minutes. */
export const LEAST_PASSWORD = 8;
