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

/** Whether an article's picture is as tall as wide, or taller: across a page it would leave a hole below the words beside it. */
export function isUpright({ picture }: { picture?: { file: { width: number; height: number } } }): boolean {
  return picture !== undefined && picture.file.height >= 0.9 * picture.file.width;
}

/**
 * How high things stand on the page, in whatever unit, and what is wrong with columns side by side: how far one ends above the lowest,
 * and how wide the gaps are that bring it there.
 */
export interface Measure {
  /** How much of two columns as high as the lead these fill. */
  filled: (lead: Placed, across: boolean, beside: Beside) => number;
  /** How these part best in two columns beside the lead, and below it on screens that are less wide. */
  beside: (lead: Placed, across: boolean, beside: Beside) => { cut: number; fault: number };
  /** In how many columns they stand below it there. */
  fewest: (beside: Beside, cut: number) => 2 | 3;
  /** How they stand below it on all screens. */
  below: (beside: Beside) => Below;
  /** The day below a story of another one. */
  day: number;
  /** A lead and what stands below it across the page, or beside it. */
  above: (lead: Placed, below: Beside) => number;
  top: (lead: Placed, across: boolean, beside: Beside, cut: number) => number;
  /**
   * Sections that stand side by side across the page, or one alone, of which so many stories stand beside the first; where this is not said
   * each has a column.
   */
  row: (row: readonly Stories[], beside?: number) => number;
  rowFault: (row: readonly Stories[]) => number;
  bandFault: (stories: Stories, beside: number | undefined) => number;
  /** One of so many sections that stand side by side. */
  narrow: (stories: Stories, count: number) => number;
  /** Stories of a section in columns of like height. */
  columns: (stories: Stories, count: number) => Placed[][];
  /** One of these in a column as wide as those beside the lead, with a picture that is small or as wide as the column. */
  stack: (stories: Stories, small: boolean) => number;
  /** How far a column ends above what is so high, when all of its gaps are wide. */
  short: (column: { height: number; gaps: number }, high: number) => number;
}

/** How stories stand below the lead: each part in a column of its own, or all in so many columns, of which the first has so many. */
export interface Below {
  form: 'row' | 2 | 3;
  cut: number;
  fault: number;
}

type Stories = readonly Placed[];

/** Stories of one section; the first is the largest. */
export interface Band {
  section: Heading;
  stories: Placed[];
  /** Of one across the page, how its stories but the first stand in columns: beside that, and below. Absent where each has a column. */
  columns?: BandColumns;
  /** Whether it goes on with the section before it. */
  continued?: true;
}

interface BandColumns {
  beside: Placed[][];
  rest: Placed[][];
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
  /** Columns of these below the lead: of so many, or one for each story and kind. */
  below: Below['form'];
  pairs: [Placed, Placed][];
  /** In the publication's order; sections with few stories stand side by side in one row. */
  sections: Band[][];
  /** Of the days before, the newest first, where the day itself has few. */
  earlier: Omit<Band, 'section'>;
  /**
   * Which rows, of which those of earlier days are the last, stand below each other in a column of their own where the screen has room
   * for one, as high as all that comes before them: from the first, and to the one that comes next. Absent where none are that high.
   */
  column?: [from: number, to: number];
  /** Whether the day has stories that are not here. */
  more: boolean;
}

const most = { stories: 40, analysis: 2, briefs: 6, smallBand: 3, bandsInRow: 4, withoutBands: 6, ways: 12, beside: 8 };
/** What may be wrong with columns beside the lead before they stand below it. */
const tolerable = 11;
/** What need not be bettered. */
const even = 2;
/** How much better an arrangement has to be that an editor would choose less often. */
const dearer = {
  fewerComments: 0.5,
  fewerBriefs: 0.4,
  otherPicture: 0.3,
  noPicture: 5,
  noneBeside: 9.5,
  oneLeft: 6,
  otherCount: 0.3,
  below: 2,
  row: 2.5,
  headline: 0.15,
  otherRow: 0.8,
  lessOfFirst: 1.5,
  column: 8,
};
/** By what part rows that stand in a column of their own may be lower than what is beside them, and what hole this may leave. */
const tolerableColumn = { part: 0.18, hole: 4 };
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
  /** Whether briefs are headlines alone, however few they are. */
  terse?: true;
  more: -1 | 0 | 1;
}

const usualChoice: Choice = { comments: most.analysis, atMost: most.briefs, pictured: 0, more: 0 };

const choices: readonly Choice[] = [most.analysis, 1, 4].flatMap((comments) =>
  [most.briefs, 1, 0].flatMap((atMost) =>
    [0, 1, undefined].flatMap((pictured) =>
      ([0, -1, 1] as const).flatMap((more): Choice[] => [
        { comments, atMost, pictured, more },
        { comments, atMost, pictured, more, terse: true },
      ]),
    ),
  ),
);

function priceOf({ comments, atMost, pictured, more, terse }: Choice): number {
  return (
    (comments === most.analysis ? 0 : dearer.fewerComments) +
    (atMost === most.briefs ? 0 : dearer.fewerBriefs) +
    (pictured === 0 ? 0 : dearer.otherPicture) +
    (more === 0 ? 0 : dearer.otherCount) +
    (terse ? dearer.fewerBriefs : 0)
  );
}

/** What stands next to the lead, how much of the room beside it this fills, and what is wrong with it there. */
interface Columns extends Beside {
  cut: number;
  fault: number;
}

export type Beside = Pick<Front, 'second' | 'analysis' | 'briefs'>;

const unplanned: FrontPlan = { second: [], pairs: [], briefs: [], inside: [] };

/** The front page of the newest day: what an editor has planned, and the rest by rule. `undefined` while nothing is published. */
export function frontOf(
  edition: Edition,
  measureOf: (lead: { kicker?: string; date?: string }) => Measure,
): Front | undefined {
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
  const measure = measureOf({ kicker: lead.kicker, date });

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
  const besideLead = (beside: Beside) => measure.beside(whole(lead), across, beside);

  const known = new Set<string>();
  const columnsWith = ({ comments, atMost, pictured, more, terse }: Choice): Columns[] => {
    const chosen = { second: [...second], analysis: [] as Article[], briefs: [...briefs] };
    const left = () => free().filter((story) => !Object.values(chosen).some((place) => place.includes(story)));
    const inPlace = () => ({
      second: onePicture(chosen.second, pictured),
      analysis: chosen.analysis.map((article) => whole(article, false)),
      briefs: chosen.briefs.map((article) => ({
        ...whole(article, false),
        standfirst: !terse && chosen.briefs.length <= 2,
      })),
    });
    const filled = () => measure.filled(whole(lead), across, inPlace());
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
      Object.values(stories).map((placed) =>
        placed.map(({ article, picture, standfirst }) => [article.path, picture, standfirst]),
      ),
    );
    if (known.has(name)) return [];
    known.add(name);
    const { cut, fault } = besideLead(stories);
    const isBare =
      stories.second.every(({ picture }) => !picture) &&
      chosen.second.some((article) => article.picture && !isUpright(article));
    return [
      {
        ...stories,
        cut,
        fault: fault + (isBare ? dearer.noneBeside : 0) + (left().length === 1 ? dearer.oneLeft : 0),
      },
    ];
  };
  // Where few stories are all that the page has, each of them stands in its place.
  const possible = few ? choices.map(({ pictured, terse }) => ({ ...usualChoice, pictured, terse })) : choices;
  const usual = columnsWith(usualChoice);
  const dear = (choice: Choice) =>
    columnsWith(choice).map((each) => ({ ...each, fault: each.fault + priceOf(choice) }));
  const best = [...usual, ...(ordered || usual.every((each) => each.fault < even) ? [] : possible.flatMap(dear))]
    .sort((a, b) => a.fault - b.fault)
    .slice(0, 8);
  const columns = (ordered ? best : best.map((each) => evened(each, besideLead))).reduce((least, each) =>
    each.fault < least.fault ? each : least,
  );
  take([...columns.second, ...columns.analysis, ...columns.briefs].map(({ article }) => article));
  // An upright picture across from its headline has the standfirst beside it.
  const apart = across && isUpright(lead);
  const below = belowLead(columns, measure);
  const fault = besideLead(columns).fault;
  const makeUp = apart || (fault > tolerable && below.fault + dearer.below < fault) ? 'below' : 'beside';
  const next = makeUp === 'below' ? below.next : columns;

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
      ? measure.top(whole(lead), across, columns, columns.cut)
      : measure.above(whole(lead), below.next);
  // Most of all no arrangement is to have holes; a column of its own is worth some, and sooner an even one.
  const arranged = rowsOf(stacks, measure).map(({ rows: sections, fault }) => {
    const { column, off } = across ? { off: 1 } : columnIn(sections, { ...shown, top }, measure);
    return { sections, column, fault: fault + dearer.column * off };
  });
  const { sections, column } = arranged.reduce((best, each) => (each.fault < best.fault ? each : best));

  return {
    date,
    lead: whole(lead),
    makeUp,
    across,
    second: next.second,
    analysis: next.analysis,
    briefs: next.briefs,
    firstColumn: makeUp === 'below' ? below.cut : columns.cut,
    below: makeUp === 'below' ? below.form : measure.fewest(columns, columns.cut),
    pairs,
    sections,
    earlier: shown.earlier,
    column,
    more: order.some((article) => !placed.has(article)),
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
    ...(earlier.stories.length > 0 ? [[earlier.stories]] : []),
  ];
  const rowHeight = (at: number) => measure.row(rows[at] ?? [], besideIn(sections[at]?.[0] ?? earlier));
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
      const beside = above + total(rows.slice(0, from).map((_, at) => rowHeight(at)));
      const days = to > sections.length ? earlier.stories.length * measure.day : 0;
      const stacks = rows
        .slice(from, to)
        .flatMap((row) => row.map((stories) => measure.stack(stories, row.length > 1)));
      const height = total(stacks) + days;
      const count = rows.slice(from, to).flat(2).length;
      const hole = Math.max(
        measure.short({ height, gaps: count - 1 }, beside),
        measure.short({ height: beside, gaps: from + Math.min(1, pairs.length) }, height),
      );
      const part = height < beside ? 1 - height / beside : 3 * (1 - beside / height);
      const off = part + (hole / 7) ** 2;
      if (part < tolerableColumn.part && hole < tolerableColumn.hole && off < best.off)
        best = { column: [from, to], off };
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

/** How stories stand below the lead, and which of them show their pictures: in a row of these alone all, if all have one that is wider than tall. */
function belowLead(columns: Columns, measure: Measure): Below & { next: Beside } {
  const { second, analysis, briefs } = columns;
  const articles = second.map(({ article }) => article);
  const alike = articles.every((article) => article.picture && !isUpright(article));
  const alone = analysis.length + briefs.length === 0 && second.length <= most.bandsInRow;
  const shown = [second, ...[0, 1, undefined].map((place) => onePicture(articles, place))];
  const possible = [
    ...(alike && alone ? [articles.map((article) => whole(article))] : []),
    ...shown.filter((each) => each.every(({ article }, at) => article === second[at]?.article)),
  ];
  return possible
    .map((each, at) => {
      const next = { second: each, analysis, briefs };
      const found = measure.below(next);
      const price = each.some(({ picture }) => picture) || at === 0 ? 0 : dearer.noPicture;
      return { ...found, fault: found.fault + price, next };
    })
    .reduce((best, each) => (each.fault < best.fault ? each : best));
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

/**
 * The order in which stories, and what follows them, part into columns with least fault: the story with the picture moves, or another
 * where that makes much difference; the rest stay as they are.
 */
function evened(columns: Columns, faultOf: (beside: Beside) => { cut: number; fault: number }): Columns {
  const pictured = columns.second.filter(({ picture }) => picture);
  const once = oneMoved(pictured, columns, { faultOf, gain: 1 });
  const twice = oneMoved(once.second, once, { faultOf, gain: 0.95 });
  return oneMoved(twice.second, twice, { faultOf, gain: 0.7 });
}

/** The stories with one of them in another place, where the fault is then less than this part of what it is. */
function oneMoved(
  moving: readonly Placed[],
  columns: Columns,
  { faultOf, gain }: { faultOf: (beside: Beside) => { cut: number; fault: number }; gain: number },
): Columns {
  const { second } = columns;
  // What the choice itself costs stays.
  const price = columns.fault - faultOf(columns).fault;
  let best = columns;
  let least = columns.fault * gain;
  for (const story of moving)
    for (const place of second.keys()) {
      const order = second.filter((each) => each !== story).toSpliced(place, 0, story);
      const found = faultOf({ ...columns, second: order });
      if (found.fault + price < least) {
        best = { ...columns, ...found, second: order, fault: found.fault + price };
        least = best.fault;
      }
    }
  return best;
}

/**
 * Stories across the page. The first has the picture; of those that follow some stand beside it, the first of them with more than their
 * headlines where there is room, and the rest below in rows of four.
 * @param atMost so many of them
 */
function wide(articles: readonly Article[], measure: Measure, atMost = Infinity): Omit<Band, 'section'> {
  const [first, ...others] = pictureFirst(articles);
  if (!first) return { stories: [] };
  if (others.length === 0) return { stories: [whole(first)] };
  let best: { stories: Placed[]; beside: number | undefined; fault: number } = {
    stories: [],
    beside: undefined,
    fault: Infinity,
  };
  for (const story of firstsOf(first)) {
    const besides = [
      ...(others.length < most.bandsInRow ? [undefined] : story.picture ? [] : [0]),
      ...(story.picture
        ? others.flatMap((_, at) =>
            at + 1 === others.length || (at < most.beside && others.length - at > most.bandsInRow) ? [at + 1] : [],
          )
        : []),
    ];
    for (const shown of standfirstsOf(others.length)) {
      const stories = [
        story,
        ...others.map((article, at) => ({ article, picture: false, standfirst: shown[at] === true })),
      ];
      const hidden = shown.filter((each) => !each).length;
      if (shown.length - hidden > atMost) continue;
      // The first is not to be less than others.
      if (!story.standfirst && hidden < shown.length) continue;
      for (const beside of besides) {
        // Headlines alone tell less, and a picture is better large.
        const other = story.picture && beside !== others.length ? dearer.otherRow : 0;
        const fault = measure.bandFault(stories, beside) + lackOf(stories) + dearer.headline * hidden + other;
        if (fault < best.fault) best = { stories, beside, fault };
      }
    }
  }
  const { stories, beside } = best;
  if (beside === undefined) return { stories };
  const [lead, ...rest] = stories;
  return {
    stories,
    columns: {
      beside: lead?.picture ? measure.columns(rest.slice(0, beside), 2) : [],
      rest: measure.columns(lead?.picture ? rest.slice(beside) : stories, most.bandsInRow),
    },
  };
}

/** The first story of a section in full, or with less where it would stand far higher than what is beside it. */
function firstsOf(article: Article): Placed[] {
  const story = whole(article);
  return [
    story,
    ...(story.picture ? [{ ...story, picture: false }] : []),
    ...(article.standfirst ? [{ ...story, standfirst: false }] : []),
  ];
}

/** What it costs that the first of some stories lacks its picture or its words. */
function lackOf([first]: readonly Placed[]): number {
  if (!first) return 0;
  const { article, picture, standfirst } = first;
  return (
    (article.picture && !picture ? dearer.noPicture : 0) + (article.standfirst && !standfirst ? dearer.lessOfFirst : 0)
  );
}

/** Which of so many stories show their standfirsts: of up to five any, of more the first. */
function standfirstsOf(count: number): boolean[][] {
  if (count <= 5)
    return Array.from({ length: 2 ** count }, (_, bits) =>
      Array.from({ length: count }, (_, at) => (bits >> at) % 2 === 0),
    );
  return Array.from({ length: count + 1 }, (_, shown) => Array.from({ length: count }, (_, at) => at < shown));
}

/** How many stories of a section across the page stand beside the first. */
function besideIn({ columns }: Omit<Band, 'section'>): number | undefined {
  return columns?.beside.flat().length;
}

/** Stories of sections side by side: of each the first in full, the others by their headlines, or with more where there is room. */
function evenStacks(group: readonly Stack[], { narrow, rowFault }: Measure): Placed[][] {
  const stacks = group.map(({ articles }) =>
    pictureFirst(articles).map((article, index) => whole(article, index === 0)),
  );
  const brief = (stories: readonly Placed[], from: number) =>
    stories.map((story, index) => ({ ...story, standfirst: index < from }));
  const heightOf = (stories: readonly Placed[], from: number) => narrow(brief(stories, from), group.length);
  const height = Math.max(...stacks.map((stories) => heightOf(stories, 1)));
  const filled = stacks.map((stories) => {
    let full = 1;
    while (full < stories.length && heightOf(stories, full + 1) <= height) full += 1;
    return brief(stories, full);
  });
  const faultOf = (row: readonly Placed[][]) => rowFault(row) + total(row.map(lackOf));
  let best = { row: filled, fault: faultOf(filled) };
  for (const [at, [first, ...others]] of filled.entries()) {
    if (!first) continue;
    for (const story of firstsOf(first.article)) {
      if (!story.standfirst && others.some(({ standfirst }) => standfirst)) continue;
      const row = best.row.with(at, [story, ...others]);
      const fault = faultOf(row);
      if (fault < best.fault) best = { row, fault };
    }
  }
  return best.row;
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
function rowsOf(stacks: readonly Stack[], measure: Measure): { rows: Band[][]; fault: number }[] {
  const groups: Stack[][] = [];
  for (const stack of stacks) {
    const last = groups.at(-1);
    const small = (each: Stack | undefined) => each !== undefined && each.articles.length <= most.smallBand;
    if (last && small(stack) && small(last[0])) last.push(stack);
    else groups.push([stack]);
  }
  const bandsIn = (group: readonly Stack[]): Band[] => {
    const [only] = group;
    if (group.length === 1 && only) return [{ section: only.section, ...wide(only.articles, measure) }];
    const stories = evenStacks(group, measure);
    return group.map(({ section }, at) => ({ section, stories: stories[at] ?? [] }));
  };
  // Rows that several arrangements have are the same.
  const known = new Map<string, { row: Band[]; fault: number }>();
  const rowAs = (group: readonly Stack[]) => {
    const name = group.map(({ section }) => section.id).join(' ');
    const row = known.get(name)?.row ?? bandsIn(group);
    const found = known.get(name) ?? { row, fault: faultIn(row, measure) + dearer.row };
    known.set(name, found);
    return found;
  };
  const ways = groups.map((group) =>
    cuts(group)
      .map((rows) => rows.map(rowAs))
      .map((rows) => ({ rows: rows.map(({ row }) => row), fault: total(rows.map(({ fault }) => fault)) }))
      .sort((a, b) => a.fault - b.fault)
      .slice(0, most.ways),
  );
  const best = ways.map(([first]) => first ?? { rows: [], fault: 0 });
  const fault = total(best.map((each) => each.fault));
  const arranged = [
    best,
    ...ways.flatMap((others, at) => [
      ...others.slice(1).map((other) => best.with(at, other)),
      ...[...tails(best[at]?.rows[0]?.[0], measure), ...lower(groups[at], measure)].map((rows) =>
        best.with(at, { rows, fault: total(rows.map((row) => faultIn(row, measure) + dearer.row)) }),
      ),
    ]),
  ];
  return arranged
    .map((parts) => ({
      rows: parts.flatMap(({ rows }) => rows),
      fault: total(parts.map((each) => each.fault)),
    }))
    .filter((each) => each.fault <= fault + dearer.column);
}

/** A long section by itself, of which fewer stories show more than their headlines. */
function lower(group: readonly Stack[] | undefined, measure: Measure): Band[][][] {
  const [stack, ...others] = group ?? [];
  if (!stack || others.length > 0 || stack.articles.length <= most.smallBand) return [];
  return [0, 2, 4].map((atMost) => [[{ section: stack.section, ...wide(stack.articles, measure, atMost) }]]);
}

/** What is wrong with the columns of a row. */
function faultIn(row: readonly Band[], measure: Measure): number {
  const [only] = row;
  const fault =
    row.length === 1 && only
      ? measure.bandFault(only.stories, besideIn(only))
      : measure.rowFault(row.map(({ stories }) => stories));
  return fault + total(row.map(({ stories }) => lackOf(stories)));
}

/** Sections in rows of one to four. */
function cuts(group: readonly Stack[]): Stack[][][] {
  if (group.length === 0) return [[]];
  return [1, 2, 3, most.bandsInRow]
    .filter((length) => length <= group.length)
    .flatMap((length) => cuts(group.slice(length)).map((rest) => [group.slice(0, length), ...rest]));
}

/** A long section whose last stories stand by themselves, in rows of four. */
function tails(band: Band | undefined, measure: Measure): Band[][][] {
  if (!band) return [];
  const { section, stories } = band;
  const parted: Band[][][] = [];
  for (let gone = most.bandsInRow; stories.length - gone > most.bandsInRow; gone += most.bandsInRow) {
    const end = stories.slice(-gone).map((story) => ({ ...story, standfirst: gone === most.bandsInRow }));
    const before = wide(
      stories.slice(0, -gone).map(({ article }) => article),
      measure,
    );
    parted.push([
      [{ section, ...before }],
      [
        {
          section,
          stories: end,
          columns: { beside: [], rest: measure.columns(end, most.bandsInRow) },
          continued: true,
        },
      ],
    ]);
  }
  return parted;
}
