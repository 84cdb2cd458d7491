import type { Article, FrontPlan, Heading } from './article.ts';
import { isShown, latestDate, type Edition } from './edition.ts';
import { frontOrder } from './front-order.ts';
import { listsOf } from './lists.ts';

/** A story in its place, and how much of it is shown there. */
export interface Placed {
  article: Article;
  picture: boolean;
  standfirst: boolean;
}

/** Whether an article's picture is taller than wide. */
export function isUpright({ picture }: Pick<Article, 'picture'>): boolean {
  return picture !== undefined && picture.file.height > picture.file.width;
}

/** How high things stand on the page, in whatever unit: as the lead, in a column beside it, and as a heading there. */
export interface Measure {
  lead: (story: Placed) => number;
  /** The lead below its headline, where that stands across the page. */
  leadBelow: (story: Placed) => number;
  side: (story: Placed) => number;
  brief: (story: Placed) => number;
  heading: number;
  /** The day below a story of another one. */
  day: number;
  /** Sections that stand side by side across the page, or one alone. */
  row: (row: readonly Stories[]) => number;
  /** One of so many sections that stand side by side. */
  narrow: (stories: Stories, count: number) => number;
  /** A lead and what stands below it across the page. */
  above: (lead: Placed, below: readonly number[]) => number;
  /** One of these in a column as wide as those beside the lead, with a picture that is small or as wide as the column. */
  stack: (stories: Stories, small: boolean) => number;
}

type Stories = readonly Placed[];

/** Stories of one section; the first is the largest. */
export interface Band {
  section: Heading;
  stories: Placed[];
  /** Whether it goes on with the section before it. */
  continued?: true;
}

/** A day's front page. No story is on it twice; those that are not on it are on the day's own page. */
export interface Front {
  date: string;
  lead: Placed;
  /** Whether the stories next to the lead are as tall as it and stand beside it; they stand below otherwise. */
  makeUp: 'beside' | 'below';
  /** Whether the lead's headline stands across the page, over both. */
  across: boolean;
  second: Placed[];
  analysis: Placed[];
  briefs: Placed[];
  /** How many of these, in this order, stand in the first of two columns. */
  firstColumn: number;
  /** Columns of these where they are the lead's neighbours, and the screen has them below it. */
  below: 2 | 3;
  pairs: [Placed, Placed][];
  /** In the publication's order; sections with few stories stand side by side in one row. */
  sections: Band[][];
  /** Of the days before, the newest first, where the day itself has few. */
  earlier: Placed[];
  /**
   * Which rows, of which those of earlier days are the last, stand below each other in a column of their own where the screen has room
   * for one, as high as all that comes before them: from the first, and to the one that comes next. Absent where none are that high.
   */
  column?: [from: number, to: number];
  /** Whether the day has stories that are not here. */
  more: boolean;
}

const most = { stories: 40, analysis: 2, briefs: 6, smallBand: 3, bandsInRow: 4, withoutBands: 6 };
/** By what part of the highest column the lowest may be shorter, beside the lead. */
const tolerable = 0.1;
/** By what part of the lead columns may differ that stand beside it at all. */
const tolerableBeside = 0.35;
/** By what part of the higher of two sections side by side the other may be shorter. */
const tolerableRow = 0.4;
/** By what part rows that stand in a column of their own may be lower than what is beside them. */
const tolerableColumn = 0.18;
/** A day with fewer stories is filled up from the days before. */
const fewest = 12;

/**
 * What may stand beside the lead: how many stories of comment and briefs at most, which of the pictures that are wider than tall, if any,
 * and how many stories more than fill the room.
 */
interface Choice {
  comments: number;
  atMost: number;
  pictured: number | undefined;
  more: -1 | 0 | 1;
}

const usualChoice: Choice = { comments: most.analysis, atMost: most.briefs, pictured: 0, more: 0 };

const choices: readonly Choice[] = [most.analysis, 1, 4].flatMap((comments) =>
  [most.briefs, 1, 0].flatMap((atMost) =>
    [0, 1, undefined].flatMap((pictured) =>
      ([0, -1, 1] as const).map((more) => ({ comments, atMost, pictured, more })),
    ),
  ),
);

/** What stands beside the lead, how much of the room there it fills, and by what part the columns differ. */
interface Columns extends Beside {
  filled: number;
  uneven: number;
}

type Beside = Pick<Front, 'second' | 'analysis' | 'briefs'>;

const unplanned: FrontPlan = { second: [], pairs: [], briefs: [], inside: [] };

/** The front page of the newest day: what an editor has planned, and the rest by rule. `undefined` while nothing is published. */
export function frontOf(edition: Edition, measures: Measure): Front | undefined {
  const measure = { ...measures, side: measuredOnce(measures.side), brief: measuredOnce(measures.brief) };
  const date = latestDate(edition);
  if (date === undefined) return undefined;
  const plan = edition.fronts.get(date) ?? unplanned;
  const planned = (paths: readonly string[]) =>
    paths
      .map((path) => edition.articles.get(path))
      .filter((article): article is Article => article !== undefined && isShown(article));

  const wanted = planned(plan.lead === undefined ? [] : [plan.lead])[0];
  const order = frontOrder(edition, date, wanted);
  const outside = order.filter((article) => article === wanted || !plan.inside.includes(article.path));
  const lead = (outside[0] ?? order[0]) as Article;

  const placed = new Set([lead]);
  const take = (articles: readonly Article[]): Article[] => {
    const free = articles.filter((article) => !placed.has(article));
    free.forEach((article) => placed.add(article));
    return free;
  };
  const free = () => outside.filter((article) => !placed.has(article));

  // A story that is paired with the lead stands beside it.
  const partners = plan.pairs.filter((pair) => pair.includes(lead.path)).flat();
  const second = take(planned(partners));
  const paired = plan.pairs.flatMap((pair): [Article, Article][] => {
    const [one, other] = planned(pair).filter((article) => !placed.has(article));
    if (!one || !other || one === other) return [];
    take([one, other]);
    return [[one, other]];
  });
  const pictured = paired.flat().every((article) => article.picture && !isUpright(article));
  const pairs = paired.map(([one, other]): [Placed, Placed] => [whole(one, pictured), whole(other, pictured)]);
  second.push(...take(planned(plan.second)));
  const ordered = second.length > 0;
  const briefs = take(planned(plan.briefs));
  const isBrief = briefsOf(outside);
  const few = outside.length <= most.withoutBands;
  const across = plan.breaking === true;
  const height = across ? measure.leadBelow(whole(lead)) : measure.lead(whole(lead));

  const known = new Map<string, Columns>();
  const columnsWith = ({ comments, atMost, pictured, more }: Choice): Columns => {
    const chosen = { second: [...second], analysis: [] as Article[], briefs: [...briefs] };
    const left = () => free().filter((story) => !Object.values(chosen).some((place) => place.includes(story)));
    const inPlace = () => ({
      second: onePicture(chosen.second, pictured),
      analysis: chosen.analysis.map((article) => whole(article, false)),
      briefs: chosen.briefs.map((article) => ({ ...whole(article, false), standfirst: chosen.briefs.length <= 2 })),
    });
    const filled = () => total(heightsOf(inPlace(), measure)) / (2 * height);
    /** Takes the stories, one at the least, that bring the columns nearer to being filled to a share. */
    const fill = (place: Article[], stories: readonly Article[], share: number) => {
      for (const story of stories) {
        const before = filled();
        place.push(story);
        if (place.length > 1 && !few && filled() - share > share - before) place.pop();
      }
    };
    fill(chosen.analysis, left().filter(isComment).slice(0, comments), 0.4);
    fill(
      chosen.briefs,
      left()
        .filter(isBrief)
        .slice(0, Math.max(0, atMost - briefs.length)),
      0.6,
    );
    fill(
      chosen.second,
      left().filter((story) => !isComment(story) && !isBrief(story)),
      1,
    );
    // A story that is left over would make a part of the page by itself.
    if (left().length === 1) fill(left().every(isBrief) ? chosen.briefs : chosen.second, left(), 1.25);
    if (more < 0) chosen.second.pop();
    if (more > 0)
      chosen.second.push(
        ...left()
          .filter((story) => !isComment(story) && !isBrief(story))
          .slice(0, more),
      );
    const stories = inPlace();
    // Where there are few of a kind many choices come to the same.
    const name = JSON.stringify(
      Object.values(stories).map((placed) => placed.map(({ article, picture }) => [article.path, picture])),
    );
    const like = known.get(name);
    if (like) return like;
    const beside = { ...stories, second: ordered ? stories.second : evened(stories, height, measure) };
    const columns = { ...beside, filled: filled(), uneven: unevenness(beside, height, measure) };
    known.set(name, columns);
    return columns;
  };
  const usual = columnsWith(usualChoice);
  // Where few stories are all that the page has, each of them stands in its place.
  const possible = few ? choices.map(({ pictured }) => ({ ...usualChoice, pictured })) : choices;
  const others = usual.uneven > tolerable * height && !ordered ? possible.map(columnsWith) : [];
  const columns = [usual, ...others].reduce((best, each) => (each.uneven < best.uneven ? each : best));
  // A second one moves where that makes more difference still.
  if (!ordered) columns.second = oneMoved(columns.second, columns, { lead: height, measure, gain: 0.7 });
  take([...columns.second, ...columns.analysis, ...columns.briefs].map(({ article }) => article));
  // An upright picture across from its headline has the standfirst beside it.
  const apart = across && isUpright(lead);
  const isEven = columns.uneven < tolerableBeside * height;
  const makeUp = columns.filled > 0.7 && columns.filled < 1.45 && isEven && !apart ? 'beside' : 'below';

  const stacks = bandsOf(edition, free(), most.stories - placed.size);
  take(stacks.flatMap(({ articles }) => articles));
  const before = listsOf(edition).all.filter(
    (article) => isShown(article) && !order.includes(article) && !plan.inside.includes(article.path),
  );
  const earlier = take(
    before
      .reverse()
      .filter((article) => !placed.has(article))
      .slice(0, Math.max(0, fewest - placed.size)),
  );
  const shown = { pairs, earlier: wide(earlier, measure) };
  const top =
    makeUp === 'beside'
      ? Math.max(height, ...parted(heightsOf(columns, measure), 2))
      : measure.above(whole(lead), heightsOf(columns, measure));
  const arranged = rowsOf(stacks, measure).map((sections) => ({
    sections,
    ...(across ? { off: 1 } : columnIn(sections, { ...shown, top }, measure)),
  }));
  // The even one may be a little farther off than others.
  const { two, three } = differencesBelow(columns, measure);
  const firstColumn = firstColumnOf(columns, measure);
  const { sections, column } = arranged.reduce((best, each) => (each.off < best.off - 0.08 ? each : best));

  return {
    date,
    lead: whole(lead),
    makeUp,
    across,
    second: makeUp === 'below' ? inRow(columns) : columns.second,
    analysis: columns.analysis,
    briefs: columns.briefs,
    firstColumn,
    // Of few stories three columns differ more than two, between whose stories room can be shared.
    below:
      heightsOf(columns, measure).length < 4 || Math.max(two, belowAt(columns, firstColumn, measure)) < three ? 2 : 3,
    pairs,
    sections,
    earlier: shown.earlier,
    column,
    more: order.some((article) => !placed.has(article)),
  };
}

/** The same, where each of many arrangements asks how high each story is. */
function measuredOnce(measured: (story: Placed) => number): (story: Placed) => number {
  const known = new Map<Article, (number | undefined)[]>();
  return (story) => {
    const heights = known.get(story.article) ?? [];
    known.set(story.article, heights);
    return (heights[Number(story.picture) + 2 * Number(story.standfirst)] ??= measured(story));
  };
}

/** The rows that come nearest to being as high, below each other, as what is above them and the rows before; and how near. */
function columnIn(
  sections: readonly Band[][],
  { top, pairs, earlier }: { top: number } & Pick<Front, 'pairs' | 'earlier'>,
  measure: Measure,
): Pick<Front, 'column'> & { off: number } {
  const rows = [
    ...sections.map((row) => row.map(({ stories }) => stories)),
    ...(earlier.length > 0 ? [[earlier]] : []),
  ];
  const goesOn = (at: number) => sections[at]?.[0]?.continued === true;
  const above = top + total(pairs.slice(0, Math.ceil(pairs.length / 2)).map((pair) => measure.row([pair])));
  let best: ReturnType<typeof columnIn> = { off: 1 };
  for (const from of rows.keys())
    for (let to = from + 1; to <= rows.length; to += 1) {
      // What is left goes on below both, where two or three sections would be far wider than elsewhere.
      const left = rows.slice(to);
      if (left.some(({ length }) => length > 1 && length < most.bandsInRow)) continue;
      // What goes on with a section stands at the head of the column, and nowhere else.
      if (rows.some((_, at) => goesOn(at) && at !== from)) continue;
      const beside = above + total(rows.slice(0, from).map(measure.row));
      const days = to > sections.length ? earlier.length * measure.day : 0;
      const stacks = rows
        .slice(from, to)
        .flatMap((row) => row.map((stories) => measure.stack(stories, row.length > 1)));
      const height = total(stacks) + days;
      const off = height < beside ? 1 - height / beside : 3 * (1 - beside / height);
      if (off < tolerableColumn && off < best.off) best = { column: [from, to], off };
    }
  return best;
}

function isComment({ kind }: Article): boolean {
  return kind === 'analysis' || kind === 'opinion';
}

/** Whether a story is a brief: by its kind, or for want of a standfirst where most others have one. */
function briefsOf(stories: readonly Article[]): (story: Article) => boolean {
  const terse = stories.filter(({ standfirst }) => !standfirst).length * 2 > stories.length;
  return ({ kind, standfirst, picture }) => kind === 'briefs' || (kind === 'news' && !terse && !standfirst && !picture);
}

function whole(article: Article, picture = true): Placed {
  return { article, picture: picture && article.picture !== undefined, standfirst: true };
}

/** Stories of which one with a picture wider than tall shows it, by its place among these: more would stand against the lead's. */
function onePicture(articles: readonly Article[], place: number | undefined): Placed[] {
  const shown = articles.filter((article) => article.picture && !isUpright(article)).at(place ?? Infinity);
  return articles.map((article) => whole(article, article === shown));
}

/** Stories below the lead: in one row, where it is of these alone, each shows its picture if all have one that is wider than tall. */
function inRow({ second, analysis, briefs }: Beside): Placed[] {
  const alike = second.every(({ article }) => article.picture && !isUpright(article));
  const alone = analysis.length + briefs.length === 0 && second.length <= most.bandsInRow;
  return alike && alone ? second.map(({ article }) => whole(article)) : second;
}

/** Heights of the stories that are set apart, the first of each kind with the heading over it. */
function heightsApart(
  { analysis, briefs }: Pick<Front, 'analysis' | 'briefs'>,
  { side, brief, heading }: Measure,
): number[] {
  return [analysis.map(side), briefs.map(brief)].flatMap(([first, ...others]) =>
    first === undefined ? [] : [first + heading, ...others],
  );
}

function heightsOf({ second, ...apart }: Beside, measure: Measure): number[] {
  return [...second.map(measure.side), ...heightsApart(apart, measure)];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/**
 * Heights of the columns into which stories part in their order, as browsers balance these: filled one after the other, and no higher
 * than they have to be.
 */
export function parted(heights: readonly number[], count: number): number[] {
  const columnsOf = (most: number) => {
    let [columns, filled] = [1, 0];
    for (const height of heights) {
      const isFull = filled > 0 && filled + height > most;
      if (isFull) columns += 1;
      filled = isFull ? height : filled + height;
    }
    return columns;
  };
  let [low, high] = [Math.max(0, ...heights), total(heights)];
  while (high - low > 0.25) {
    const most = (low + high) / 2;
    if (columnsOf(most) > count) low = most;
    else high = most;
  }
  const columns = [0];
  for (const height of heights) {
    const filled = columns.at(-1) ?? 0;
    if (filled > 0 && filled + height > high) columns.push(height);
    else columns[columns.length - 1] = filled + height;
  }
  return [...columns, ...Array.from({ length: count - columns.length }, () => 0)];
}

/** Things in columns, in their order and as evenly as can be; none is empty where there are enough. */
export function inColumns<Thing>(
  things: readonly Thing[],
  count: number,
  heightOf: (thing: Thing) => number,
): Thing[][] {
  const sums = [0];
  for (const thing of things) sums.push((sums.at(-1) ?? 0) + heightOf(thing));
  // For each end of a column, the least sum of squares up to there, and where the column begins.
  let ends = new Map([[0, { squares: 0, cuts: [] as number[] }]]);
  for (let column = 1; column <= Math.min(count, things.length); column += 1) {
    const next: typeof ends = new Map();
    for (let end = column; end <= things.length; end += 1)
      for (const [start, { squares, cuts }] of ends) {
        if (start >= end) continue;
        const sum = squares + ((sums[end] ?? 0) - (sums[start] ?? 0)) ** 2;
        if (sum < (next.get(end)?.squares ?? Infinity)) next.set(end, { squares: sum, cuts: [...cuts, end] });
      }
    ends = next;
  }
  const cuts = ends.get(things.length)?.cuts ?? [];
  return cuts.map((end, at) => things.slice(cuts[at - 1] ?? 0, end));
}

/** How much the columns differ in height: two beside the lead, and on a screen that is less wide those below it. */
function unevenness(beside: Beside, lead: number, measure: Measure): number {
  const high = differenceOf([lead, ...parted(heightsOf(beside, measure), 2)]);
  return Math.hypot(high, Math.min(...Object.values(differencesBelow(beside, measure))) * 0.6);
}

/** How many stories of two columns stand in the first, beside the lead as well as below it. */
function firstColumnOf(beside: Beside, measure: Measure): number {
  const [large, small] = [heightsOf(beside, measure), heightsBelow(beside, measure)];
  const unevenAt = (heights: readonly number[], cut: number) =>
    Math.abs(total(heights.slice(0, cut)) - total(heights.slice(cut)));
  const cuts = large.map((_, index) => ({
    cut: index + 1,
    uneven: unevenAt(large, index + 1) + 0.1 * unevenAt(small, index + 1),
  }));
  return cuts.reduce((best, each) => (each.uneven < best.uneven ? each : best), { cut: 0, uneven: Infinity }).cut;
}

/** How much two columns below the lead differ in height, of which the first has so many stories. */
function belowAt(beside: Beside, cut: number, measure: Measure): number {
  const heights = heightsBelow(beside, measure);
  return Math.abs(total(heights.slice(0, cut)) - total(heights.slice(cut))) * 0.7;
}

function heightsBelow({ second, ...apart }: Beside, measure: Measure): number[] {
  return heightsOf({ second: second.map((story) => ({ ...story, picture: false })), ...apart }, measure);
}

/** How much two and three columns below the lead differ in height. Pictures are small there. */
function differencesBelow(beside: Beside, measure: Measure): { two: number; three: number } {
  const heights = heightsBelow(beside, measure);
  // Wider ones are less high.
  return { two: differenceOf(parted(heights, 2)) * 0.7, three: differenceOf(parted(heights, 3)) };
}

function differenceOf(heights: readonly number[]): number {
  return Math.max(...heights) - Math.min(...heights);
}

/**
 * The order in which stories, and what follows them, part into columns of the most even height: the story with the picture moves,
 * or another where that makes much difference; the rest stay as they are.
 */
function evened(beside: Beside, lead: number, measure: Measure): Placed[] {
  const pictured = beside.second.filter(({ picture }) => picture);
  const second = oneMoved(pictured, beside, { lead, measure, gain: 1 });
  return oneMoved(second, { ...beside, second }, { lead, measure, gain: 0.95 });
}

/** The stories with one of them in another place, where the columns then differ by less than this part of what they do. */
function oneMoved(
  moving: readonly Placed[],
  { second, ...apart }: Beside,
  { lead, measure, gain }: { lead: number; measure: Measure; gain: number },
): Placed[] {
  const uneven = (order: Placed[]) => unevenness({ second: order, ...apart }, lead, measure);
  const orders = moving.flatMap((story) =>
    second.map((_, place) => second.filter((each) => each !== story).toSpliced(place, 0, story)),
  );
  let [best, least] = [second, uneven(second)];
  for (const order of orders) {
    const each = uneven(order);
    if (each < least * gain) [best, least] = [order, each];
  }
  return best;
}

/**
 * Stories across the page. The first has the picture; where many follow, they follow by their headlines, but for the first of them that
 * have room beside it for more.
 */
function wide(articles: readonly Article[], { row }: Measure): Placed[] {
  const [first, ...others] = pictureFirst(articles);
  if (!first) return [];
  const least = others.length <= (first.picture ? 2 : 3) ? others.length : 0;
  const withStandfirsts = (count: number) => [
    whole(first),
    ...others.map((article, index) => ({ article, picture: false, standfirst: index < count })),
  ];
  const height = row([[whole(first)]]);
  let count = least;
  while (count < others.length && row([withStandfirsts(count + 1)]) <= height) count += 1;
  return withStandfirsts(count);
}

/** Stories of sections side by side: of each the first in full, the others by their headlines, or with more where there is room. */
function evenStacks(group: readonly Stack[], { narrow }: Measure): Placed[][] {
  const stacks = group.map(({ articles }) =>
    pictureFirst(articles).map((article, index) => whole(article, index === 0)),
  );
  const brief = (stories: readonly Placed[], from: number) =>
    stories.map((story, index) => ({ ...story, standfirst: index < from }));
  const heightOf = (stories: readonly Placed[], from: number) => narrow(brief(stories, from), group.length);
  const height = Math.max(...stacks.map((stories) => heightOf(stories, 1)));
  return stacks.map((stories) => {
    let full = 1;
    while (full < stories.length && heightOf(stories, full + 1) <= height) full += 1;
    return brief(stories, full);
  });
}

function pictureFirst(articles: readonly Article[]): Article[] {
  const first =
    articles.find((article) => article.picture && !isUpright(article)) ??
    articles.find(({ picture }) => picture) ??
    articles[0];
  return first ? [first, ...articles.filter((article) => article !== first)] : [];
}

interface Stack {
  section: Heading;
  articles: Article[];
}

/** Stories by section in the publication's order, at most so many in all: every section has its first before one has its second. */
function bandsOf({ publication }: Edition, articles: readonly Article[], atMost: number): Stack[] {
  const stacks = new Map<string, Stack>();
  for (const id of publication.sections) stacks.set(id, { section: { id, name: id }, articles: [] });
  for (const article of articles) {
    const { section } = article;
    stacks.set(section.id, { section, articles: [...(stacks.get(section.id)?.articles ?? []), article] });
  }
  const all = [...stacks.values()];
  const places = all.flatMap(({ articles: filed }) => filed.map((article, depth) => ({ article, depth })));
  const shown = new Set(
    places
      .sort((a, b) => a.depth - b.depth)
      .slice(0, Math.max(0, atMost))
      .map(({ article }) => article),
  );
  return all
    .map(({ section, articles: filed }) => ({ section, articles: filed.filter((article) => shown.has(article)) }))
    .filter((stack) => stack.articles.length > 0);
}

/**
 * Small sections that follow one another share rows of like length; a larger one has a row to itself. The first arrangement is the
 * most even; in others a row has more or less, or the end of a long section stands by itself.
 */
function rowsOf(stacks: readonly Stack[], measure: Measure): Band[][][] {
  const groups: Stack[][] = [];
  for (const stack of stacks) {
    const last = groups.at(-1);
    const small = (each: Stack | undefined) => each !== undefined && each.articles.length <= most.smallBand;
    if (last && small(stack) && small(last[0])) last.push(stack);
    else groups.push([stack]);
  }
  const bandsIn = (group: readonly Stack[]): Band[] => {
    const stories =
      group.length > 1 ? evenStacks(group, measure) : group.map(({ articles }) => wide(articles, measure));
    return group.map(({ section }, at) => ({ section, stories: stories[at] ?? [] }));
  };
  const even = (group: readonly Stack[], rows: number) =>
    Array.from({ length: rows }, (_, row) =>
      group.slice(Math.ceil((row * group.length) / rows), Math.ceil(((row + 1) * group.length) / rows)),
    );
  const usual = groups.map((group) => even(group, Math.ceil(group.length / most.bandsInRow)));
  const whiteOf = (rows: readonly Band[][]) => total(rows.map((row) => whiteIn(row, measure)));
  const first = usual.map((parts, at) =>
    cuts(groups[at] ?? [])
      .map((rows) => rows.map(bandsIn))
      .reduce((best, each) => (whiteOf(each) < whiteOf(best) - 2 ? each : best), parts.map(bandsIn)),
  );
  const alone = ({ section, stories }: Band): Band[] => [
    {
      section,
      stories: wide(
        stories.map(({ article }) => article),
        measure,
      ),
    },
  ];
  return [
    first,
    ...groups.flatMap((group, at) => [
      ...cuts(group).map((parts) => first.with(at, parts.map(bandsIn))),
      ...tails(first[at]?.[0]?.[0]).map((parts) => first.with(at, parts)),
    ]),
  ].map((each) => each.flat().flatMap((row) => (isUneven(row, measure) ? row.map(alone) : [row])));
}

/** How far the sections of a row end above its foot, in all the width of the page. */
function whiteIn(row: readonly Band[], measure: Measure): number {
  const heights = row.map(({ stories }) => measure.narrow(stories, row.length));
  return Math.max(...heights) - total(heights) / row.length;
}

/** Whether of two sections side by side one would leave a hole below it. */
function isUneven(row: readonly Band[], measure: Measure): boolean {
  if (row.length !== 2) return false;
  const heights = row.map(({ stories }) => measure.narrow(stories, row.length));
  return differenceOf(heights) > tolerableRow * Math.max(...heights);
}

/** Sections in rows of two to four. */
function cuts(group: readonly Stack[]): Stack[][][] {
  if (group.length < 2) return [];
  return [2, 3, most.bandsInRow].flatMap((length) =>
    group.length === length
      ? [[[...group]]]
      : cuts(group.slice(length)).map((rest) => [group.slice(0, length), ...rest]),
  );
}

/** A long section whose last stories stand by themselves, in rows of four. */
function tails(band: Band | undefined): Band[][][] {
  if (!band) return [];
  const { section, stories } = band;
  const parted: Band[][][] = [];
  for (let gone = most.bandsInRow; stories.length - gone > most.bandsInRow; gone += most.bandsInRow)
    parted.push([
      [{ section, stories: stories.slice(0, -gone) }],
      [{ section, stories: stories.slice(-gone), continued: true }],
    ]);
  return parted;
}
