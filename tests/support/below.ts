import { inject } from 'vitest';

const isBelow = process.env.PAPERS === 'below';

/** The shipped edition and the fixture paper; in the project `below` as they are below a path of their hosts. */
export const edition = inject(isBelow ? 'editionBelow' : 'edition');
export const fixture = inject(isBelow ? 'fixtureBelow' : 'fixture');

/** What they lie below, without a slash at its end; empty at the root. */
export const base = new URL(edition.address).pathname.slice(0, -1);

/** Where they say that readers find them. */
export const homes = { edition: `https://broadsheet.example${base}`, fixture: `https://fixture.example${base}` };

/** A place in a paper as a browser here is asked for it. */
export function placeIn({ address }: { address: string }, place: string): string {
  return address + place.slice(1);
}
