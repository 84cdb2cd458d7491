import { faultOfInstant, isDate, isInstant } from '../newsroom/instant.ts';
import { EditorialError } from '../newsroom/problem.ts';

/**
 * The instant that a paper is checked and published as of, RFC 3339: the one in `BROADSHEET_NOW`, or the present.
 * Fractions of a second and small letters are allowed, as the standard has them.
 * @throws EditorialError X-002 when the variable holds anything else
 */
export function currentInstant(): string {
  const given = process.env['BROADSHEET_NOW'];
  if (given === undefined) return new Date().toISOString();
  const instant = given.toUpperCase();
  const whole = instant.replace(/(:\d{2}:\d{2})\.\d+/, '$1');
  if (isInstant(whole)) return instant;
  const day = isDate(given.slice(0, 10)) ? given.slice(0, 10) : new Date().toISOString().slice(0, 10);
  throw new EditorialError([
    {
      code: 'X-002',
      file: 'BROADSHEET_NOW',
      found: `BROADSHEET_NOW is "${given}", which ${given.trim() === '' ? 'says nothing' : faultOfInstant(whole)}.`,
      remedy: `Give day, time of day and offset from UTC, as in BROADSHEET_NOW=${day}T06:00:00+08:00, or leave it out.`,
    },
  ]);
}
