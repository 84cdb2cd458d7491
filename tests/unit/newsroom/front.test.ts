import { describe, expect, it } from 'vitest';
import type { Article, FrontPlan } from '../../../src/newsroom/article.ts';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { frontOf as madeUp, type Front } from '../../../src/newsroom/front.ts';
import { measureOf } from '../../../src/views/pages/copyfit.ts';
import { article, edition, publication } from '../articles.ts';

const frontOf = (made: Edition) => madeUp(made, measureOf);
const measure = measureOf();

const day = '2019/03/01';
const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
const picture = { file, alt: 'Quay' };
const standfirst = 'The decision was put off twice, and now it goes to the citizens.';

/** A story of the newest day; the later in the alphabet, the older. */
const story = (name: string, facts: Partial<Article> = {}) =>
  article({
    path: `${day}/${name}`,
    headline: `What is known of ${name}`,
    standfirst,
    published: `2019-03-01T05:${String(99 - name.charCodeAt(0) / 2).slice(0, 2)}:00+08:00`,
    ...facts,
  });
const stories = (count: number, facts: Partial<Article> = {}) =>
  Array.from({ length: count }, (_, index) => story(`s${String(index).padStart(3, '0')}`, facts));
const planned = (articles: readonly Article[], plan: Partial<FrontPlan>): Edition => ({
  ...edition(articles),
  fronts: new Map([
    [
      '2019-03-01',
      {
        second: [],
        briefs: [],
        ...plan,
        pairs: plan.pairs ?? [],
        inside: plan.inside ?? [],
      },
    ],
  ]),
});
const name = (each: { article: Article } | undefined) => each?.article.path.slice(day.length + 1);
const names = (list: readonly { article: Article }[] | undefined) => list?.map(name);
const all = (front: Front | undefined) =>
  front
    ? [
        front.lead,
        ...front.second,
        ...front.analysis,
        ...front.briefs,
        ...front.pairs.flat(),
        ...front.sections.flat().flatMap((band) => band.stories),
        ...front.earlier.stories,
      ]
    : [];

describe('an unplanned front page', () => {
  it('is none while nothing is published', () => expect(frontOf(edition([]))).toBeUndefined());

  it('leads with the story that most others name, over one with a picture', () => {
    const lead = story('z');
    const related = [{ heading: 'More', stories: [{ article: lead }] }];
    expect(name(frontOf(edition([story('a', { picture }), story('b', { related }), lead]))?.lead)).toBe('z');
  });

  it('counts stories that a text names', () =>
    expect(name(frontOf(edition([story('a'), story('b', { mentions: [`${day}/z`] }), story('z')]))?.lead)).toBe('z'));

  it('leads with a picture where stories weigh alike', () =>
    expect(name(frontOf(edition([story('a'), story('b', { picture })]))?.lead)).toBe('b'));

  it('leads with news, not with briefs or analysis, however often they are named', () => {
    const comment = story('c', { kind: 'analysis', picture });
    const related = [{ heading: 'More', stories: [{ article: comment }] }];
    expect(
      name(frontOf(edition([comment, story('b', { kind: 'briefs', related }), story('n', { related })]))?.lead),
    ).toBe('n');
  });

  it('leads with a comment when the day has nothing else', () =>
    expect(name(frontOf(edition([story('c', { kind: 'opinion' })]))?.lead)).toBe('c'));

  it('sets analysis and opinion apart', () => {
    const front = frontOf(edition([story('a'), story('b', { kind: 'opinion' }), story('c', { kind: 'analysis' })]));
    expect(names(front?.analysis)).toEqual(['b', 'c']);
    expect(names(front?.second)).toEqual([]);
  });

  it('takes briefs, and stories without a standfirst among others that have one, for briefs', () => {
    const short = story('s', { standfirst: undefined });
    const front = frontOf(edition([story('a'), story('b', { kind: 'briefs' }), short, story('d')]));
    expect(names(front?.briefs)?.sort()).toEqual(['b', 's']);
  });

  it('takes no story for a brief because no story has a standfirst', () =>
    expect(frontOf(edition(stories(5, { standfirst: undefined })))?.briefs).toEqual([]));

  it('shows one picture beside the lead', () => {
    const front = frontOf(edition(stories(6, { picture })));
    expect(front?.second.filter((each) => each.picture)).toHaveLength(1);
  });

  it('shows no upright picture beside the lead: it would stand against the lead’s', () => {
    const upright = { ...picture, file: { ...file, height: 1800 } };
    const front = frontOf(edition([story('a', { picture }), ...stories(5, { picture: upright })]));
    expect(front?.second.some((each) => each.picture)).toBe(false);
  });

  it('moves the story with the picture to where the columns beside the lead come out even', () => {
    const named = [...stories(3), story('z', { picture })];
    const related = [{ heading: 'More', stories: named.map((each) => ({ article: each })) }];
    const lead = story('a', { picture, related });
    const naming = [{ heading: 'More', stories: [{ article: lead }] }];
    const apart = [story('c', { kind: 'analysis', related: naming }), story('b', { kind: 'briefs', related: naming })];
    const order = ['s000', 's001', 's002', 'z'];
    expect(names(frontOf(edition([lead, ...named, ...apart]))?.second)).toEqual(['z', 's000', 's001', 's002']);
    const plan = { second: order.map((each) => `${day}/${each}`) };
    expect(names(frontOf(planned([lead, ...named, ...apart], plan))?.second)).toEqual(order);
  });

  it('begins a section with a picture, sooner one that is wider than tall', () => {
    const upright = { ...picture, file: { ...file, height: 1800 } };
    const first = (...pictures: Partial<Article>[]) => {
      const section = { id: 'town', name: 'Town' };
      const headline = 'No room beside the lead '.repeat(40);
      const town = pictures.map((facts, index) => story(`t${index}`, { section, headline, ...facts }));
      const front = frontOf(edition([story('a', { picture }), ...stories(9, { picture }), ...town]));
      return name(front?.sections.flat().find((band) => band.section.id === 'town')?.stories[0]);
    };
    expect(first({}, {}, {})).toBe('t0');
    expect(first({}, { picture: upright }, {})).toBe('t1');
    expect(first({}, { picture: upright }, { picture })).toBe('t2');
  });

  it('stands few stories below the lead and many beside it', () => {
    expect(frontOf(edition(stories(3, { picture })))?.makeUp).toBe('below');
    expect(frontOf(edition(stories(12, { picture })))?.makeUp).toBe('beside');
  });

  it('shows every story of a small day once', () => {
    for (const count of [1, 2, 3, 5, 7, 12, 20])
      for (const facts of [{}, { picture }, { standfirst: undefined }])
        expect(new Set(names(all(frontOf(edition(stories(count, facts))))))).toHaveProperty('size', count);
  });

  it('puts the sections in the order of the publication', () => {
    const sections = ['town', 'world', 'sport'].map((id) => ({ id, name: id }));
    const day = stories(36).map((each, index) => ({ ...each, section: sections[index % 3] ?? each.section }));
    const front = frontOf({ ...edition(day), publication: { ...publication, sections: ['world', 'sport', 'town'] } });
    expect(front?.sections.flat().map((band) => band.section.id)).toEqual(['world', 'sport', 'town']);
  });

  it('stands small sections side by side', () => {
    const small = stories(14).map((each, index) => ({ ...each, section: { id: `s${index}`, name: `S${index}` } }));
    const rows = frontOf(edition(small))?.sections.map((row) => row.length);
    expect(rows?.every((length) => length >= 2 && length <= 4)).toBe(true);
  });

  it('stands two sections side by side, unless one is far higher', () => {
    const [sport, town] = ['sport', 'town'].map((id) => ({ id, name: id }));
    const last = (sports: number) =>
      stories(20).map((each, index) => ({
        ...each,
        section: index === 19 ? (town ?? each.section) : index >= 19 - sports ? (sport ?? each.section) : each.section,
      }));
    const rowOf = (sports: number) =>
      frontOf(edition(last(sports)))?.sections.filter((row) => row.some(({ section }) => section.id !== 'world'));
    expect(rowOf(1)?.map((row) => row.length)).toEqual([2]);
    expect(rowOf(3)?.map((row) => row.length)).toEqual([1, 1]);
  });

  it('shows forty stories of two hundred, and says that there are more', () => {
    const sections = ['world', 'town', 'sport', 'arts', 'money'].map((id) => ({ id, name: id }));
    const front = frontOf(
      edition(stories(200).map((each, index) => ({ ...each, section: sections[index % 5] ?? each.section }))),
    );
    const shown = names(all(front)) ?? [];
    expect(shown.length).toBeLessThanOrEqual(40);
    expect(shown.length).toBeGreaterThan(34);
    expect(new Set(shown).size).toBe(shown.length);
    expect(front?.more).toBe(true);
    expect(frontOf(edition(stories(5)))?.more).toBe(false);
  });

  describe('on a screen with room for a fourth column', () => {
    const heads = ['world', 'town', 'sport', 'arts', 'money'].map((id) => ({ id, name: id }));
    const of = (count: number, sections = 5) =>
      stories(count).map((each, index) => ({
        ...each,
        section: heads[index % sections] ?? each.section,
        picture: index % 3 === 0 ? picture : undefined,
      }));
    const rowsIn = ({ sections, earlier }: Front) => [...sections, ...(earlier.stories.length > 0 ? [[earlier]] : [])];
    /** How high its fourth column is to what stands beside it. */
    const evenness = (front: Front) => {
      const [from, to] = front.column ?? [0, 0];
      const rows = rowsIn(front);
      const sum = (heights: number[]) => heights.reduce((all, height) => all + height, 0);
      const above =
        measure.top(front.lead, front.across, front, front.firstColumn) +
        sum(
          rows.slice(0, from).map((row) =>
            measure.row(
              row.map(({ stories }) => stories),
              row[0]?.columns?.beside.flat().length,
            ),
          ),
        );
      const stacks = rows
        .slice(from, to)
        .flatMap((row) => row.map(({ stories }) => measure.stack(stories, row.length > 1)));
      return sum(stacks) / above;
    };

    it('has sections in it that are as high as what stands beside them', () => {
      const made = Array.from({ length: 30 }, (_, more) => frontOf(edition(of(12 + more))));
      const four = made.flatMap((front) => (front?.column ? [front] : []));
      expect(four.length).toBeGreaterThan(15);
      expect(four.map(evenness).filter((part) => part < 0.8 || part > 1.1)).toEqual([]);
    });

    it('has the end of a section in it where that is the only one, of the stories that follow', () => {
      const front = frontOf(edition(of(34, 1)));
      const [first, end] = front?.sections.flat() ?? [];
      expect(front?.column).toEqual([1, 2]);
      expect([first?.continued, end?.continued]).toEqual([undefined, true]);
      expect(end?.section).toEqual(first?.section);
      expect((end?.stories.length ?? 1) % 4).toBe(0);
    });

    it('shows every story once, whatever stands in it', () => {
      for (const count of [12, 15, 20, 25, 30, 40])
        for (const sections of [1, 2, 5]) {
          const shown = names(all(frontOf(edition(of(count, sections)))));
          expect(new Set(shown).size).toBe(shown?.length);
          expect(shown?.length).toBeGreaterThanOrEqual(Math.min(count, 38));
        }
    });

    it('has none where there are too few stories, nor below a headline across the page', () => {
      expect(frontOf(edition(of(5)))?.column).toBeUndefined();
      expect(frontOf(planned(of(25), { breaking: true }))?.column).toBeUndefined();
    });
  });

  it('fills a day of few stories up with the days before, the newest first', () => {
    const before = [25, 26, 27].map((date) =>
      article({ path: `2019/02/${date}/old`, published: `2019-02-${date}T05:00:00+08:00` }),
    );
    expect(frontOf(edition([...before, story('a')]))?.earlier.stories.map((each) => each.article.path)).toEqual([
      '2019/02/27/old',
      '2019/02/26/old',
      '2019/02/25/old',
    ]);
    expect(frontOf(edition([...before, ...stories(20)]))?.earlier.stories).toEqual([]);
  });

  it('has no story of a day before twice that an editor has put elsewhere on it, and none that stands inside', () => {
    const before = [24, 25, 26, 27].map((date) =>
      article({ path: `2019/02/${date}/old`, published: `2019-02-${date}T05:00:00+08:00` }),
    );
    const plan = { second: ['2019/02/26/old'], briefs: ['2019/02/24/old'], inside: ['2019/02/27/old'] };
    const front = frontOf(planned([...before, story('a')], plan));
    expect(front?.second.map((each) => each.article.path)).toEqual(['2019/02/26/old']);
    expect(front?.earlier.stories.map((each) => each.article.path)).toEqual(['2019/02/25/old']);
  });

  it('never shows a story that was withdrawn', () => {
    const gone = { status: { state: 'withdrawn' as const, at: '2019-03-01T12:00:00Z', reason: 'It was wrong.' } };
    const front = frontOf(
      planned([story('a'), story('b', gone), article({ path: '2019/02/28/gone', ...gone })], {
        lead: `${day}/b`,
        briefs: [`${day}/b`],
        pairs: [[`${day}/a`, `${day}/b`]],
      }),
    );
    expect(names(all(front))).toEqual(['a']);
  });
});

describe('a planned front page', () => {
  it('leads with the story that an editor names, from whatever day', () => {
    const old = article({ path: '2019/02/28/old' });
    const front = frontOf(planned([story('a', { picture }), story('b'), old], { lead: old.path }));
    expect(front?.lead.article).toBe(old);
    expect(names(front?.second)).toEqual(['a', 'b']);
  });

  it('has the headline of a lead that is breaking across the page, whatever stands with it', () => {
    const isAcross = (count: number, breaking?: boolean) =>
      frontOf(planned(stories(count, { picture }), { breaking }))?.across;
    expect([isAcross(1, true), isAcross(14, true), isAcross(14, false), isAcross(14)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('keeps the order of second stories, and goes on by rule', () => {
    const front = frontOf(
      planned([story('a', { picture }), story('b'), story('c'), story('d', { picture })], {
        second: [`${day}/c`, `${day}/b`],
      }),
    );
    expect([name(front?.lead), ...(names(front?.second) ?? [])]).toEqual(['a', 'c', 'b', 'd']);
  });

  it('stands pairs side by side, with pictures when all of them have one', () => {
    const pair = (...facts: Partial<Article>[]) =>
      frontOf(
        planned([story('a', { picture }), story('b', facts[0]), story('c', facts[1])], {
          lead: `${day}/a`,
          pairs: [[`${day}/c`, `${day}/b`]],
        }),
      )?.pairs[0];
    expect(names(pair())).toEqual(['c', 'b']);
    expect(pair({ picture }, { picture })?.map((each) => each.picture)).toEqual([true, true]);
    expect(pair({ picture }, {})?.map((each) => each.picture)).toEqual([false, false]);
  });

  it('stands the partner of the lead beside it', () => {
    const front = frontOf(
      planned([story('a'), story('b'), story('c')], { lead: `${day}/a`, pairs: [[`${day}/c`, `${day}/a`]] }),
    );
    expect(front?.pairs).toEqual([]);
    expect(names(front?.second)).toEqual(['c', 'b']);
  });

  it('gives a story whose partner is not out its place by rule', () =>
    expect(names(frontOf(planned([story('a'), story('b')], { pairs: [[`${day}/b`, `${day}/x`]] }))?.second)).toEqual([
      'b',
    ]));

  it('takes the briefs that an editor names before others', () =>
    expect(
      names(
        frontOf(planned([story('a'), story('b', { kind: 'briefs' }), story('c')], { briefs: [`${day}/c`] }))?.briefs,
      ),
    ).toEqual(['c', 'b']));

  it('leaves out what stands inside, and says that there is more', () => {
    const front = frontOf(planned([story('a', { picture }), story('b')], { inside: [`${day}/a`] }));
    expect(names(all(front))).toEqual(['b']);
    expect(front?.more).toBe(true);
  });

  it('shows a story once though the plan names it twice', () => {
    const twice = `${day}/b`;
    const front = frontOf(
      planned([story('a'), story('b'), story('c')], {
        lead: twice,
        second: [twice],
        briefs: [twice],
        pairs: [
          [twice, `${day}/c`],
          [`${day}/c`, `${day}/a`],
        ],
      }),
    );
    expect(names(all(front))?.sort()).toEqual(['a', 'b', 'c']);
  });
});
