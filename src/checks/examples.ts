import { instantInZone } from '../newsroom/calendar.ts';
import { shortName } from '../newsroom/digest.ts';
import type { Problem } from '../newsroom/problem.ts';
import { later, now, onDay, today, unused } from '../schema/examples.ts';

/**
 * Problems whose remedies can be pasted: the examples in them are of today, in the paper's own zone, and ids are such
 * that no article has.
 * @param ids every id that is taken, or once was
 * @param idOf the id that the article in a file was published with
 */
export function withExamples(
  problems: readonly Problem[],
  {
    asOf,
    timeZone,
    ids,
    idOf,
  }: { asOf: string; timeZone: string; ids: () => ReadonlySet<string>; idOf: (file: string) => string | undefined },
): Problem[] {
  const time = instantInZone(asOf, timeZone);
  const hourLater = instantInZone(new Date(Date.parse(asOf) + 3_600_000).toISOString(), timeZone);
  const day = time.slice(0, 10);
  let taken: Set<string> | undefined;
  const given = new Map<string, string>();
  const idFor = (file: string) => {
    const id = given.get(file) ?? idOf(file) ?? freeId(file, (taken ??= new Set(ids())));
    given.set(file, id);
    taken?.add(id);
    return id;
  };
  return problems.map((problem) => ({
    ...problem,
    remedy: problem.remedy
      .replaceAll(now, time)
      .replaceAll(later, hourLater)
      .replaceAll(today, day)
      .replaceAll(onDay, day.replaceAll('-', '/'))
      .replaceAll(unused, () => idFor(problem.file)),
  }));
}

/** An id for the article in a file, the same until it is taken; it begins with a letter, so that YAML reads no number. */
export function freeId(file: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = shortName(`${file} ${attempt}`, 6);
    if (/^[a-z]/.test(id) && !taken.has(id)) return id;
  }
}
