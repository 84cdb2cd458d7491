/** Milliseconds since 1970-01-01T00:00Z of an RFC 3339 instant. */
export function epoch(instant: string): number {
  return Date.parse(instant);
}

/** The last of some RFC 3339 instants, one at the least, as it is written; of several that are the same, the first. */
export function latestOf(instants: readonly string[]): string {
  const [first = '', ...others] = instants;
  let [last, at] = [first, epoch(first)];
  for (const each of others) {
    const time = epoch(each);
    if (time > at) [last, at] = [each, time];
  }
  return last;
}

/** Whether `YYYY-MM-DD` names a day that was or will be: 2019-02-30 does not. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/** Whether a text is an RFC 3339 instant with seconds or without, with an offset, on a day and at a time that exist. */
export function isInstant(instant: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(instant);
  return parts?.[1] !== undefined && isDate(parts[1]);
}

/** Why a text is no such instant, as the end of "It …". */
export function faultOfInstant(text: string): string {
  if (isDate(text)) return 'has no time of day';
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(text)) return 'has no time zone';
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? 'is not a time that exists'
    : 'is not written as a time';
}

/** Whether this machine knows a time zone of that IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
