/** The instant that a paper is checked and published as of, RFC 3339: the one in `BROADSHEET_NOW`, or the present. */
export function currentInstant(): string {
  return process.env['BROADSHEET_NOW'] ?? new Date().toISOString();
}
