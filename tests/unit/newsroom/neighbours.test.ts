import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../src/newsroom/neighbours.ts';
import { article, edition } from '../articles.ts';

const at = (name: string, hour: number, facts: Parameters<typeof article>[0] = {}) =>
  article({ path: `2019/03/01/${name}`, published: `2019-03-01T0${hour}:00:00Z`, ...facts });

const dawn = at('dawn', 1);
const gone = at('gone', 2, { status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'Wrong.' } });
const away = at('away', 3, { section: { id: 'home', name: 'Home' } });
const noon = at('noon', 4);
const dusk = at('dusk', 5);
const paper = edition([dusk, noon, away, gone, dawn]);

describe('the neighbours of an article', () => {
  it('are the stories before and after it in its section', () =>
    expect(neighboursOf(noon, paper)).toEqual({ previous: dawn, next: dusk }));

  it('are one at the ends of the section', () => {
    expect(neighboursOf(dawn, paper)).toEqual({ next: noon });
    expect(neighboursOf(dusk, paper)).toEqual({ previous: noon });
  });

  it('are none where it is alone in its section', () => expect(neighboursOf(away, paper)).toEqual({}));
  it('are none where it was withdrawn', () => expect(neighboursOf(gone, paper)).toEqual({}));

  it('follow one instant in two time zones, not the hour that is written', () => {
    const early = at('early', 0, { published: '2019-03-01T05:30:00+08:00' });
    const late = at('late', 0, { published: '2019-03-01T05:00:00+01:00' });
    expect(neighboursOf(early, edition([late, early])).next).toBe(late);
  });

  it('come by address where they came out at once', () => {
    const [a, b] = [at('a', 1), at('b', 1)];
    expect(neighboursOf(a, edition([b, a])).next).toBe(b);
  });
});
