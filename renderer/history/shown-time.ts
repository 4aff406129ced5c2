/** A moment of the journal in the user's own time zone, e.g. `2026-11-23 14:05:09`. */
export function shownTime(iso: string): string {
  // The Swedish spelling of a date is the ISO one.
  return new Date(iso).toLocaleString('sv-SE', { hour12: false });
}
