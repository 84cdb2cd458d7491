import { boxInTwo, inOrder, labelLines, platePiece, rowsOf, stacked, type Copy, type Piece } from './cast-off.ts';
import { balanced, filled, start, type Place, type Slug } from './columns.ts';
import { moved } from './furniture.ts';
import { linesOf } from './letter-widths.ts';
import { columnOf, gap, millimetre, sheets, type TypeArea } from './type-area.ts';

// The pages inside a newspaper, made up for all sheets at once. Lengths are points; they follow styles/edition-print.css.

/** How stories stand side by side or alone between two rules. */
export type Setting =
  /**
   * Across the page in three columns; its picture beside the headline, or behind as many pieces of the text. Of one that is boxed the
   * text stands in a column beside its box, which has two, and there may begin with the standfirst. Its boxes, quotations and pictures
   * may be moved by some pieces of the text.
   */
  | { wide: number; picture: 'broad' | 'boxed' | number; moved?: number; within?: 'standfirst' }
  /** A short one, its headline beside its text in two columns. */
  | { low: number }
  /** In columns of one width each, or the first over two of three. */
  | { beside: readonly number[]; double: boolean };

export type Row = Setting & {
  /** Whether it is so low that it stays on one page. */
  whole: boolean;
  /** Room below its headline on the same page, where five lines of text are not enough. */
  begins: number;
  /** Room above it on each of the sheets, besides what is always there. */
  air: number[];
};

export interface SectionRows {
  section: string;
  /** Room above it, likewise. */
  air: number[];
  rows: Row[];
}

export interface InsidePages {
  sections: SectionRows[];
  /** By how many quarters of a point lines stand farther apart on each of the sheets. */
  leading: number[];
  /** How many pages it takes on the sheet that takes most. */
  pages: number;
  cost: number;
  /** Whether there is nothing in it that another arrangement should mend. */
  isGood: boolean;
}

/** What the front page has of the stories inside. */
export interface Front {
  /** How many of the pieces that a story opens with stand there. */
  blocks: ReadonlyMap<number, number>;
  /** Stories whose pictures stand there. */
  pictures: ReadonlySet<number>;
}

const heights = { section: 27.25, betweenSections: 12, betweenRows: 13 };
/** In each column of a story on each of its pages. */
const leastLines = 5;
/**
 * White at the foot of a page: what no eye sees, what is too much, and what is put above one row at most in its place, also where that
 * has a story go on with more; and by how much a page may turn out higher or lower than it is counted.
 */
const white = { least: 17, most: 22 * millimetre, air: 24, lower: 28, hair: 3 };
const most = {
  beside: 95 * millimetre,
  boxed: 130 * millimetre,
  low: 12,
  uneven: 0.22,
  ahead: 4,
  shorts: 7,
  states: 24,
  fewer: 4,
  tried: 72,
  moves: [1, -1, 2],
  hole: 5,
  last: 0.32,
  cost: 3,
  /** What it costs that a story stands one place earlier or later. */
  order: 0.08,
  /** How often a plan is mended, what a row costs that stands badly, and how many rows up to it are set otherwise. */
  mended: 6,
  stumble: 2,
  near: 6,
};

/**
 * The rows of every section: of many arrangements that which leaves least white at the feet of the pages of all sheets, near to the
 * order of the stories. The search keeps a few of the best beginnings for each number of stories placed.
 * @param imprint height of what stands below the last row
 */
export function insidePages(copies: readonly Copy[], front: Front, imprint: number): InsidePages {
  const measure = measurer(copies, front);
  const choices = chooser(measure);
  const sections = [...Map.groupBy(copies.keys(), (story) => copies[story]?.section ?? '')];
  const plan = (width: number, leading: number) => planned(sections, { imprint, measure, choices, width, leading });
  const mend = (found: Plan) => mended(found, { imprint, measure, choices });
  let made = mend(plannedInTurn(copies.length, plan));
  // A wider search takes as long as all before it: it is worth that for a turn of a page alone.
  if (made.onSheets.some(({ fewest }) => fewest < leastLines - 0.1))
    made = cheaper(made, mend(plan(4 * most.states, 0)));
  const { rows, onSheets, cost, isGood } = made;
  const onEach = (setting: Setting) => sheets.map((_, sheet) => measure(setting, { sheet, leading: 0 }));
  const placed = rows.map(({ setting, opens }, at): Row & { opens: boolean } => ({
    ...setting,
    opens,
    whole: onEach(setting).every((each) => each.whole),
    begins: Math.ceil(Math.max(...onEach(setting).map((each) => each.begins))),
    air: onSheets.map(({ air }) => air[at] ?? 0),
  }));
  const starts = placed.flatMap(({ opens }, at) => (opens ? [at] : []));
  return {
    sections: sections.map(([section], place) => {
      const own = placed.slice(starts[place], starts[place + 1]);
      return {
        section,
        air: own[0]?.air ?? [],
        rows: own.map(({ opens, ...row }) => ({ ...row, air: opens ? row.air.map(() => 0) : row.air })),
      };
    }),
    leading: onSheets.map(({ leading }) => leading),
    pages: Math.max(...onSheets.map(({ pages }) => pages)),
    cost,
    isGood,
  };
}

/** The first of some plans that is good, else the best: the fewer stories there are, the more is tried. */
function plannedInTurn(stories: number, plan: (width: number, leading: number) => Plan): Plan {
  let found = plan(most.states, 0);
  for (const leading of [0, 2, -2, 4, 1, -1, 3].slice(0, Math.max(3, Math.floor(most.tried / stories)))) {
    if (found.isGood) break;
    found = cheaper(found, plan(2 * most.states, leading));
  }
  return found;
}

interface Plan {
  rows: readonly PlacedSetting[];
  /** What of the cost does not depend on where rows stand. */
  choices: number;
  onSheets: OnSheet[];
  cost: number;
  /** Whether no page but the last has too much white, that one is filled as it should be, and little depends on a hair. */
  isGood: boolean;
}

function cheaper<Costly extends { cost: number }>(one: Costly, other: Costly): Costly {
  return other.cost < one.cost ? other : one;
}

/** The best arrangement that a search of a width finds, which takes lines to stand so far apart. */
function planned(
  sections: readonly (readonly [string, readonly number[]])[],
  {
    imprint,
    measure,
    choices,
    width,
    leading,
  }: { imprint: number; measure: Measure; choices: Choices; width: number; leading: number },
): Plan {
  let states: State[] = [{ pages: sheets.map(() => blank(1)), left: [], cost: 0, choices: 0 }];
  for (const [, stories] of sections) states = arranged(stories, states, { measure, choices, width, leading });
  return best(states, width / 3)
    .map((state) => planOf(rowsUpTo(state), state.choices, { imprint, measure }))
    .reduce(cheaper);
}

/**
 * Rows as they come out best on each sheet.
 * @param leadings distances of lines to try, each on all sheets
 */
function planOf(
  rows: readonly PlacedSetting[],
  choices: number,
  {
    imprint,
    measure,
    leadings = [0, 1, -1, 2, -2, 3, -3, 4].map((leading) => sheets.map(() => leading)),
  }: { imprint: number; measure: Measure; leadings?: number[][] },
): Plan {
  const onSheets = sheets.map((_, sheet) =>
    leadings.map((each) => madeUp(rows, { sheet, leading: each[sheet] as number, imprint, measure })).reduce(cheaper),
  );
  return {
    rows,
    choices,
    onSheets,
    cost: choices + onSheets.reduce((sum, { cost }) => sum + cost, 0),
    isGood: onSheets.every(
      ({ cost, pages, whitest, fewest, hole, last }) =>
        fewest > leastLines - 0.1 &&
        hole < most.hole &&
        cost < most.cost + pages / 3 &&
        whitest < white.most &&
        (pages === 1 || last > most.last),
    ),
  };
}

/** A plan with single rows set otherwise, as long as that makes it better: those that stand badly on a sheet, or a few rows before. */
function mended(
  plan: Plan,
  { imprint, measure, choices }: { imprint: number; measure: Measure; choices: Choices },
): Plan {
  let found = plan;
  for (let round = 0; round < most.mended && !found.isGood; round += 1) {
    const { rows, onSheets } = found;
    const bad = onSheets.flatMap(({ costs }) => [...costs.keys()].filter((at) => (costs[at] ?? 0) > most.stumble));
    const near = new Set(bad.flatMap((at) => Array.from({ length: most.near }, (_, back) => at - back)));
    const leadings = [onSheets.map(({ leading }) => leading)];
    const others = [...near].flatMap((at) => {
      const row = rows[at];
      if (!row) return [];
      const all = choices(storiesIn(row.setting), row.opens, true);
      const own = all.find(({ setting }) => JSON.stringify(setting) === JSON.stringify(row.setting))?.cost ?? 0;
      return all
        .filter(({ setting }) => storiesIn(setting).length === storiesIn(row.setting).length)
        .map(({ setting, cost }) =>
          planOf(rows.with(at, { ...row, setting }), found.choices + cost - own, { imprint, measure, leadings }),
        );
    });
    const swapped = [...near].flatMap((at) => {
      const [row, next] = [rows[at], rows[at + 1]];
      if (!row || !next || row.opens || next.opens) return [];
      return [
        planOf(rows.with(at, next).with(at + 1, row), found.choices + 2 * most.order, { imprint, measure, leadings }),
      ];
    });
    const better = [...others, ...swapped]
      .filter((other) => other.onSheets.every(({ pages }, sheet) => pages <= (onSheets[sheet] as OnSheet).pages))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 6)
      .map((other) => planOf(other.rows, other.choices, { imprint, measure }))
      .reduce(cheaper, found);
    if (better === found) break;
    found = better;
  }
  return found;
}

/** How a row is set in a width, before it is known where. */
interface Measured {
  /** Of what stands across the page over the text, and of all. */
  head: number;
  height: number;
  /** How far above the foot of the row each third of it ends. */
  short: number[];
  whole: boolean;
  /** Text that may go on on a next page. */
  slugs: readonly Slug[];
  /** Which of these is the picture. */
  plate: number;
  /** What its picture takes, and a box that it begins with: they stand on the page of its headline. */
  begins: number;
  line: number;
  /** How short the columns of its text are, in lines. */
  lines: number;
  /** Difference of what stands side by side, as a part of the higher. */
  uneven: number;
  /** How many boxes stand in its text. */
  boxes: number;
  /** Of how many pieces its text is, when some of them may be moved. */
  movable: number;
}

type Measure = (setting: Setting, on: { sheet: number; leading: number }) => Measured;

function measurer(copies: readonly Copy[], { blocks, pictures }: Front): Measure {
  const copyOf = (story: number) => copies[story] as Copy;
  const texts = new Map<number, Text>();
  const textOf = (story: number) => {
    const known = texts.get(story) ?? remaining(copyOf(story), blocks.get(story) ?? 0);
    texts.set(story, known);
    return known;
  };
  const piecesOf = (story: number) => textOf(story).flatMap(({ pieces }) => pieces);
  const firsts = new Set(
    [...Map.groupBy(copies.keys(), (story) => copyOf(story).section).values()].map(([story]) => story),
  );
  const isContinued = (story: number) => (blocks.get(story) ?? 0) > 0;
  const pictureOf = (story: number) => (pictures.has(story) ? undefined : copyOf(story).picture);
  /** A story's text in a width, with its picture behind some pieces of it. */
  const slugsOf = (story: number, width: number, leading: number, { before = 0, by = 0 } = {}) => {
    const plate = pictureOf(story);
    const pieces = moved(textOf(story), by).map((each) => each.pieces);
    const first = pieces.slice(0, before).flat();
    const line = copyOf(story).line + leading / 4;
    const all = [...first, ...(plate ? [platePiece(plate)] : []), ...pieces.slice(before).flat()];
    const slugs = inOrder(all).map((piece) => piece(width, line));
    const last = slugs.at(-1);
    if (last && last.lines > 0) slugs[slugs.length - 1] = { ...last, widows: 3 };
    return { slugs, line, plate: plate ? first.length : -1 };
  };

  const measured = (setting: Setting, sheet: number, leading: number): Measured => {
    const area = sheets[sheet] as (typeof sheets)[number];
    const column = columnOf(area);
    const two = 2 * column + gap;
    if ('wide' in setting) {
      const { wide, picture } = setting;
      const copy = copyOf(wide);
      const plate = picture === 'broad' && !isContinued(wide) ? pictureOf(wide) : undefined;
      const over = plate
        ? Math.max(
            headHeight(copy, column, { headline: 17, leading: 1.12, standfirst: [10.5, 13.5], end: 8 }),
            Math.min(190, plate.ratio * two) + 3 + 10 * labelLines(plate.words, two) + 5,
          )
        : isContinued(wide)
          ? restHeadHeight(copy, area.width)
          : headHeight(copy, area.width, {
              headline: firsts.has(wide) ? 25 : 20,
              leading: 1.12,
              standfirst: [10.5, 13.5],
              end: 8,
            });
      if (picture === 'boxed') {
        const within = setting.within === 'standfirst' && !isContinued(wide) ? standfirstIn(copy, column) : 0;
        return boxedText(piecesOf(wide), {
          head: within > 0 ? over - standfirstIn(copy, area.width) : over,
          within,
          column,
          line: copy.line + leading / 4,
        });
      }
      const text = slugsOf(wide, column, leading, {
        before: picture === 'broad' ? 0 : picture,
        by: setting.moved,
      });
      const slugs = plate ? text.slugs.filter((_, at) => at !== text.plate) : text.slugs;
      const set = balanced(slugs, start, 3);
      const whole = set.height < 2 * leastLines * text.line;
      return {
        head: over,
        height: over + set.height,
        short: set.ends.map((end) => set.height - end),
        whole,
        slugs,
        plate: plate ? -1 : text.plate,
        begins: Math.max(
          0,
          ...slugs
            .filter((each, at) => each.lines === 0 && (at === 0 || (!plate && at === text.plate)))
            .map((each) => each.height),
        ),
        line: text.line,
        lines: set.height / text.line,
        uneven: 0,
        boxes: boxesIn(piecesOf(wide)).length,
        movable: textOf(wide).some(({ kind }) => kind === 'furniture') ? textOf(wide).length : 0,
      };
    }
    const sides =
      'low' in setting
        ? [
            {
              height: isContinued(setting.low) ? Infinity : besideHead(copyOf(setting.low), column) + 3,
              short: [0],
              lines: Infinity,
            },
            sideText(slugsOf(setting.low, column, leading), 0, 2),
          ]
        : setting.beside.map((story, at) => {
            const double = setting.double && at === 0;
            const width = double || setting.double ? column : columnOf(area, setting.beside.length);
            const over =
              double && !isContinued(story)
                ? headHeight(copyOf(story), two, { headline: 17, leading: 1.12, standfirst: [10.5, 13.5], end: 5 })
                : isContinued(story)
                  ? restHeadHeight(copyOf(story), double ? two : width, double ? 17 : 13) - 3
                  : besideHead(copyOf(story), width);
            return sideText(slugsOf(story, width, leading), over, double ? 2 : 1);
          });
    const height = Math.max(...sides.map((side) => side.height));
    const low = Math.min(...sides.map((side) => side.height));
    const ends = sides.flatMap((side) => side.short.map((each) => each + height - side.height));
    return {
      head: 0,
      height,
      short: ends.length === 2 ? [ends[0] ?? 0, Math.min(...ends), ends[1] ?? 0] : ends,
      whole: true,
      slugs: [],
      plate: -1,
      begins: 0,
      line: 11.5,
      lines: Math.min(...sides.map((side) => side.lines)),
      uneven: 'low' in setting ? 0 : (height - low) / height,
      boxes: 0,
      movable: 0,
    };
  };

  const known = new Map<string, Map<number, Measured>>();
  const at = new WeakMap<Setting, Map<number, Measured>>();
  const measuresOf = (setting: Setting) => {
    const key = JSON.stringify(setting);
    const found = known.get(key) ?? new Map<number, Measured>();
    at.set(setting, found);
    known.set(key, found);
    return found;
  };
  return (setting, { sheet, leading }) => {
    const all = at.get(setting) ?? measuresOf(setting);
    const key = 100 * sheet + leading;
    const found = all.get(key) ?? {
      ...measured(setting, sheet, leading),
      whole: sheets.every((_, each) => measured(setting, each, 0).whole),
    };
    all.set(key, found);
    return found;
  };
}

function boxesIn(pieces: readonly Piece[]): (readonly Piece[])[] {
  return pieces.flatMap(({ within }) => (within ? [within] : []));
}

/**
 * A text beside the box in it.
 * @param within height of what stands in the text's column before it
 */
function boxedText(
  pieces: readonly Piece[],
  { head, within, column, line }: { head: number; within: number; column: number; line: number },
): Measured {
  const text = within + stacked(inOrder(pieces.filter((piece) => !piece.within)), column, line);
  const box = boxInTwo(boxesIn(pieces)[0] ?? [], column, line);
  const height = Math.max(text, box);
  return {
    head,
    height: head + height,
    short: [height - text, height - box, height - box],
    whole: true,
    slugs: [],
    plate: -1,
    begins: 0,
    line,
    lines: text / line,
    uneven: 1 - Math.min(text, box) / height,
    boxes: 1,
    movable: 0,
  };
}

/** What a text and what stands over it take together, and how far above its foot each of its columns ends. */
function sideText({ slugs, line }: { slugs: readonly Slug[]; line: number }, over: number, columns: number) {
  const { height, ends } = balanced(slugs, start, columns);
  return { height: over + height, short: ends.map((end) => height - end), lines: height / line };
}

interface HeadSizes {
  headline: number;
  /** From a line of the headline to the next, in parts of its size. */
  leading: number;
  /** Size of the standfirst and from a line to the next. */
  standfirst: [size: number, line: number];
  /** Room below it. */
  end: number;
}

function headHeight(
  copy: Copy,
  width: number,
  { headline, leading, standfirst: [size, line], end }: HeadSizes,
): number {
  return (
    (copy.kicker ? 12 : 0) +
    linesOf(copy.headline, Math.min(32, width / headline)) * headline * leading +
    standfirstIn(copy, width, [size, line]) +
    10 * rowsOf(copy.means, width) +
    end
  );
}

function standfirstIn(
  { standfirst }: Copy,
  width: number,
  [size, line]: HeadSizes['standfirst'] = [10.5, 13.5],
): number {
  return standfirst ? 6 + line * linesOf(standfirst, Math.min(44, width / size)) : 0;
}

function besideHead(copy: Copy, width: number): number {
  return headHeight(copy, width, { headline: 13, leading: 1.14, standfirst: [9.5, 12], end: 5 });
}

/** Over what the front page has the beginning of. */
function restHeadHeight(copy: Copy, width: number, headline = 15): number {
  return (
    10 +
    linesOf(copy.shortHeadline, Math.min(32, width / headline)) * headline * (headline === 13 ? 1.14 : 1.12) +
    10 * rowsOf(copy.meansOfRest, width) +
    8
  );
}

/** A text piece by piece, in its order. */
type Text = readonly Pick<Copy['rest'][number], 'pieces' | 'kind'>[];

/** What of a text stands inside, when the front page has some of the pieces that it opens with. */
function remaining({ opening, headings, rest }: Copy, from: number): Text {
  const before = (count: number) => rest.filter((each) => each.before === count);
  return [
    ...rest.filter((each) => each.before < from),
    ...opening
      .slice(from)
      .flatMap((piece, at): Text => [
        ...before(from + at),
        { pieces: [piece], kind: headings[from + at] ? 'heading' : 'text' },
      ]),
    ...before(opening.length),
  ];
}

/** How far a page is filled. */
interface Page {
  number: number;
  y: number;
  /** How far above that each third of the page ends. */
  short: readonly number[];
  /** How many rows may have more room above them. */
  gaps: number;
  /** Where the rows of its section begin on it. */
  top: number;
  /**
   * How high the rows of its section are together where no page parts them, less what it has had on the pages before. A section is a
   * table, which browsers make no lower than that: where boxes part columns better, it ends below its last row.
   */
  owed: number;
}

function blank(number: number): Page {
  return { number, y: 0, short: [0, 0, 0], gaps: 0, top: 0, owed: 0 };
}

/** The page behind one that ends, on which the same section goes on. */
function nextPage({ number, top, gaps, owed }: Page, { height }: TypeArea, air: number): Page {
  // Rows of other sections above it that have more room move it down.
  const left = owed + gaps * air - (height - top);
  return { ...blank(number + 1), y: heights.section, top: heights.section, owed: left };
}

/** What a section has below its last row. */
function tailOf({ y, top, owed }: Page): number {
  return Math.max(0, owed - (y - top));
}

/** A page that ends, before what is left of a story. */
interface Ended {
  page: Page;
  /** Room above each of its rows, besides what is always there. */
  air: number;
  /** The most white that is left at the foot of one of its thirds. */
  white: number;
}

interface State {
  /** The last page on each sheet. */
  pages: readonly Page[];
  /** Stories of the section that are not placed. */
  left: readonly number[];
  cost: number;
  /** What of the cost does not depend on where rows stand. */
  choices: number;
  last?: { row: PlacedSetting; before: State };
}

interface PlacedSetting {
  setting: Setting;
  /** Whether it is the first of its section. */
  opens: boolean;
}

function rowsUpTo(state: State): PlacedSetting[] {
  const rows: PlacedSetting[] = [];
  for (let at = state.last; at; at = at.before.last) rows.unshift(at.row);
  return rows;
}

function best(states: readonly State[], count: number): State[] {
  const found = new Map<string, State>();
  for (const state of [...states].sort((a, b) => a.cost - b.cost)) {
    if (found.size >= count) break;
    const key = `${state.left.join()} ${state.pages.map(({ number, y }) => `${number} ${Math.round(y)}`).join()}`;
    if (!found.has(key)) found.set(key, state);
  }
  return [...found.values()];
}

/** The best ways to place all stories of a section, each behind one of the ways to place those before it. */
function arranged(
  stories: readonly number[],
  from: readonly State[],
  { measure, choices, width, leading }: { measure: Measure; choices: Choices; width: number; leading: number },
): State[] {
  const byCount = new Map<number, State[]>([[0, from.map((state) => ({ ...state, left: stories }))]]);
  for (let count = 0; count < stories.length; count += 1)
    for (const state of best(byCount.get(count) ?? [], width))
      for (const { setting, cost } of choices(state.left, count === 0)) {
        const row: PlacedSetting = { setting, opens: count === 0 };
        const placed = state.pages.map((page, sheet) => placedRow(page, row, { sheet, leading, measure }));
        const gone = storiesIn(setting);
        const reached = count + gone.length;
        const found = byCount.get(reached) ?? [];
        byCount.set(reached, found);
        found.push({
          pages: placed.map(({ page }) => page),
          left: state.left.filter((story) => !gone.includes(story)),
          cost: state.cost + cost + placed.reduce((sum, each) => sum + each.cost, 0),
          choices: state.choices + cost,
          last: { row, before: state },
        });
      }
  return best(byCount.get(stories.length) ?? [], width);
}

export function storiesIn(setting: Setting): readonly number[] {
  return 'wide' in setting ? [setting.wide] : 'low' in setting ? [setting.low] : setting.beside;
}

/** The settings in which a section may go on that has some stories left, and what speaks against each, wherever it stands; `all` brings more places for boxes and pictures. */
type Choices = (
  left: readonly number[],
  opens: boolean,
  all?: boolean,
) => readonly { setting: Setting; cost: number }[];

function chooser(measure: Measure): Choices {
  const known = new Map<string, ReturnType<Choices>>();
  return (left, opens, all = false) => {
    const near = left.slice(0, Math.max(most.ahead, most.shorts));
    const key = `${near.join()} ${opens} ${all}`;
    const found = known.get(key) ?? choicesFor(near, { measure, opens, all });
    known.set(key, found);
    return found;
  };
}

function choicesFor(
  left: readonly number[],
  { measure, opens, all }: { measure: Measure; opens: boolean; all: boolean },
): { setting: Setting; cost: number }[] {
  const on = (setting: Setting) => sheets.map((_, sheet) => measure(setting, { sheet, leading: 0 }));
  const worst = (sets: readonly Measured[], of: (each: Measured) => number) => Math.max(...sets.map(of));
  const found: { setting: Setting; cost: number }[] = [];
  /** Stories that others of their section have been put before. */
  const order = (stories: readonly number[]) =>
    most.order * stories.reduce((sum, story, at) => sum + Math.abs(left.indexOf(story) - at), 0);
  const add = (setting: Setting, cost: number) => found.push({ setting, cost: cost + order(storiesIn(setting)) });

  const next = left.slice(0, opens ? 1 : most.ahead);
  for (const story of next) {
    const plain = on({ wide: story, picture: 0 });
    const pictured = plain.some(({ plate }) => plate >= 0);
    const shallow =
      worst(plain, ({ lines }) => Math.max(0, leastLines - Math.floor(lines + 0.1))) +
      worst(plain, ({ height, head, short }) => (Math.max(...short) > 0.9 * (height - head) ? 1 : 0));
    const hasBox = plain.every(({ boxes }) => boxes === 1) && !pictured;
    // Beside a box that is as high as the text is long, columns are empty.
    const empty = hasBox ? 3 * worst(plain, ({ height, head, short }) => Math.max(...short) / (height - head)) ** 2 : 0;
    add({ wide: story, picture: 0 }, 8 * shallow + empty);
    const moves = plain.every(({ movable }) => movable > 3) ? [...most.moves, ...(all ? [-2, 3] : [])] : [];
    for (const by of moves) add({ wide: story, picture: 0, moved: by }, 8 * shallow + 0.1 * Math.abs(by));
    if (hasBox)
      for (const within of [undefined, 'standfirst'] as const) {
        const setting: Setting = { wide: story, picture: 'boxed', ...(within && { within }) };
        const boxed = on(setting);
        const few = worst(boxed, ({ lines }) => Math.max(0, leastLines - lines));
        if (boxed.every(({ height }) => height <= most.boxed))
          add(setting, 3 * worst(boxed, ({ uneven }) => uneven) ** 2 + 0.4 * few + (within ? 0.05 : 0));
      }
    if (pictured && plain.every(({ slugs }) => slugs.length > 2)) add({ wide: story, picture: 1 }, 8 * shallow + 0.05);
    if (all && pictured)
      for (const picture of [1, 2])
        for (const by of [0, ...moves])
          if (
            (picture > 1 || by !== 0) &&
            plain.every(({ slugs }) => slugs.length > picture + 1 && slugs[picture]?.lines && !slugs[picture].keep)
          )
            add(
              { wide: story, picture, ...(by === 0 ? {} : { moved: by }) },
              8 * shallow + 0.05 * picture + 0.1 * Math.abs(by),
            );
    const broad = on({ wide: story, picture: 'broad' });
    if (pictured && broad.every(({ head, plate }) => plate < 0 && head < 240))
      for (const by of [0, ...moves])
        add(
          { wide: story, picture: 'broad', ...(by === 0 ? {} : { moved: by }) },
          0.8 * worst(broad, ({ lines }) => Math.max(0, leastLines - lines)) - 0.2 + 0.1 * Math.abs(by),
        );
    const low = on({ low: story });
    if (!pictured && low.every(({ lines, height }) => lines <= most.low && height <= most.beside))
      add({ low: story }, 0.3 + 0.4 * worst(low, ({ lines }) => Math.max(0, leastLines - lines)));
  }
  const short = left.slice(0, most.shorts);
  const sets = short.flatMap((a) =>
    short
      .filter((b) => b !== a)
      .flatMap((b) => [[a, b], ...short.filter((c) => c !== a && c !== b).map((c) => [a, b, c])]),
  );
  for (const stories of sets) {
    if (opens && stories[0] !== left[0]) continue;
    const inOrder = stories.every(
      (story, at) => at === 0 || left.indexOf(story) > left.indexOf(stories[at - 1] as number),
    );
    for (const double of stories.length === 2 ? [false, true] : [false]) {
      if (!inOrder && !double) continue;
      const setting: Setting = { beside: stories, double };
      const set = on(setting);
      if (set.some(({ height, uneven }) => height > most.beside || uneven > most.uneven)) continue;
      add(
        setting,
        3 * worst(set, ({ uneven }) => uneven) ** 2 * 3 +
          0.3 * worst(set, ({ lines }) => Math.max(0, leastLines - lines)) +
          (opens && !double ? 0.4 : 0),
      );
    }
  }
  return found;
}

interface On {
  sheet: number;
  leading: number;
  measure: Measure;
}

interface Placed {
  page: Page;
  /** The pages that end before it. */
  ended: Ended[];
  /** What the white costs that is left on the way, and all that an eye or a browser may stumble at. */
  cost: number;
  /** How many lines stand in the lowest column of a story that goes on over a page. */
  fewest: number;
  /** By how many lines the shortest column of a text ends above the longest, where another story begins below them. */
  hole: number;
}

/** Where a page stands when a row has been set on it, or on the next. */
function placedRow(from: Page, { setting, opens }: PlacedSetting, on: On): Placed {
  const area = sheets[on.sheet] as (typeof sheets)[number];
  const row = on.measure(setting, on);
  const least = row.whole ? row.height : row.head + Math.max(leastLines * row.line, row.begins);
  const ended: Ended[] = [];
  let page = from;
  let cost = 0;
  const tail = opens ? tailOf(page) : 0;
  if (tail > 0) {
    // The name of a section over nothing.
    if (page.y + tail > area.height) cost += 15;
    page = { ...page, y: Math.min(area.height, page.y + tail), short: page.short.map((short) => short + tail) };
  }
  const above = opens
    ? heights.section + (page.y > 0 ? heights.betweenSections : 0)
    : page.y > heights.section
      ? heights.betweenRows
      : 0;
  let y = page.y + above;
  cost += riskOf(y + least - area.height, least);
  if (y + least > area.height) {
    const end = endOf(
      page,
      page.short.map((short) => area.height - page.y + short),
    );
    ended.push(end);
    cost += end.cost;
    page = nextPage(page, area, end.air);
    y = page.y;
  } else if (page.y > heights.section) page = { ...page, gaps: page.gaps + 1 };
  page = opens
    ? { ...page, top: y, owed: row.height }
    : { ...page, owed: page.owed + heights.betweenRows + row.height };
  const fits = y + row.height <= area.height;
  if (!row.whole) cost += riskOf(y + row.height - area.height, 100);
  if (fits) {
    const hole = row.slugs.length > 0 ? Math.max(...row.short) / row.line : 0;
    const placed = { ...page, y: y + row.height, short: row.short };
    return { page: placed, ended, cost: cost + holeCost(hole), fewest: Infinity, hole };
  }
  if (row.whole) return { page: { ...page, y: area.height }, ended, cost: cost + 50, fewest: Infinity, hole: 0 };
  // A page that is set shorter has the next begin with more.
  const room = area.height - y - row.head;
  let parted = partedRow(row, page, { room, area, fewer: 0 });
  for (
    let fewer = 0.5;
    parted.stumbles && fewer <= most.fewer && fewer * row.line <= page.gaps * white.lower;
    fewer += 0.5
  )
    parted = cheaper(parted, partedRow(row, page, { room, area, fewer }));
  return { ...parted, ended: [...ended, ...parted.ended], cost: cost + parted.cost };
}

/** A row that has some room below its head on a page, by some lines fewer than there is, and goes on on the next. */
function partedRow(
  row: Measured,
  from: Page,
  { room, area, fewer }: { room: number; area: TypeArea; fewer: number },
): Placed & { stumbles: boolean } {
  const ended: Ended[] = [];
  let page = from;
  let left = room - fewer * row.line;
  let place = start;
  let whites = 0;
  let stumbles = 0;
  let fewest = Infinity;
  for (;;) {
    const { rest, ends } = filled(row.slugs, place, 3, left);
    if (!rest) break;
    // Where a line more or less would fit in a page that is a little higher or lower, all that follows would stand elsewhere.
    const near = [-white.hair, white.hair].map((more) => filled(row.slugs, place, 3, left + more));
    if (near.some((other) => !isSame(other.rest, rest))) stumbles += 4;
    // A picture behind the turn of a page is no longer with its story, and what is not begun is worse.
    if (rest.slug <= row.plate) stumbles += 10;
    if (ends.includes(0)) stumbles += 12;
    fewest = Math.min(fewest, ...[ends, ...near.map((other) => other.ends)].flat().map((end) => end / row.line));
    for (const other of near)
      if (other.rest && !isSame(other.rest, rest))
        fewest = Math.min(fewest, ...balanced(row.slugs, other.rest, 3).ends.map((end) => end / row.line));
    const end = endOf(
      page,
      ends.map((each) => left - each),
      ended.length === 0 ? fewer * row.line : 0,
    );
    ended.push(end);
    whites += end.cost;
    page = nextPage(page, area, end.air);
    left = area.height - heights.section;
    place = rest;
  }
  const { height, ends } = balanced(row.slugs, place, 3);
  fewest = Math.min(fewest, ...ends.map((end) => end / row.line));
  // A line or two at the foot or the head of a page are hardly found there.
  const missing = Math.max(0, leastLines - 0.1 - fewest);
  if (missing > 0) stumbles += 5 + missing;
  const short = ends.map((end) => height - end);
  const hole = Math.max(...short) / row.line;
  return {
    page: { ...page, y: Math.min(area.height, heights.section + height), short },
    ended,
    cost: whites + stumbles + 0.05 * fewer + holeCost(hole),
    fewest,
    hole,
    stumbles: stumbles > 0,
  };
}

/** What a hole of so many lines costs. */
function holeCost(lines: number): number {
  return 0.25 * Math.max(0, lines - 2.5);
}

function isSame(one: Place | undefined, other: Place): boolean {
  return one?.slug === other.slug && one.line === other.line;
}

/** What it costs that a browser may find that something fits which is over by as little, or the other way round; at stake is its height. */
function riskOf(over: number, stake: number): number {
  return over > -2 && over < 2 ? stake / 12 : over > -12 && over < 4 ? stake / 30 : 0;
}

/**
 * A page that ends so far above its foot in each third. Of that white as much as can be goes above its rows.
 * @param lower what has gone there already
 */
function endOf(page: Page, ends: readonly number[], lower = 0): Ended & { cost: number } {
  const gaps = Math.max(1, page.gaps);
  const most =
    page.gaps === 0
      ? 0
      : Math.min(Math.max(0, white.air - lower / gaps), Math.max(0, Math.min(...ends) - white.least) / gaps);
  const more = Math.floor(most);
  const [least, highest] = [Math.min(...ends), Math.max(...ends)].map((end) => (end - gaps * more) / white.most) as [
    number,
    number,
  ];
  const over = (part: number, by: number) => (part > by ? 6 + 6 * (part - by) : 0);
  return {
    page,
    air: Math.ceil(100 * (lower / gaps + more)) / 100,
    white: highest * white.most,
    cost: highest ** 2 + 1.5 * least ** 2 + over(least, 0.9) + over(highest, 1.25),
  };
}

interface OnSheet {
  leading: number;
  cost: number;
  pages: number;
  /** The most white at the foot of a column of a page but the last. */
  whitest: number;
  /** How many lines stand in the lowest column of a story that goes on over a page. */
  fewest: number;
  /** By how many lines columns of a text end above its longest at most. */
  hole: number;
  /** What each row costs. */
  costs: number[];
  /** What part of the last page is filled. */
  last: number;
  /** Room above each row. */
  air: number[];
}

/** All rows on the pages of one sheet, with lines so far apart. */
function madeUp(
  rows: readonly PlacedSetting[],
  { sheet, leading, imprint, measure }: { sheet: number; leading: number; imprint: number; measure: Measure },
): OnSheet {
  const air = rows.map(() => 0);
  const costs: number[] = [];
  let begun: number[] = [];
  let cost = 0.2 * Math.abs(leading);
  let page = blank(1);
  const { height } = sheets[sheet] as (typeof sheets)[number];
  let whitest = 0;
  let fewest = Infinity;
  let hole = 0;
  for (const [at, row] of rows.entries()) {
    const { gaps, number } = page;
    const placed = placedRow(page, row, { sheet, leading, measure });
    const first = placed.ended[0]?.page ?? placed.page;
    if (first.number === number && first.gaps > gaps) begun.push(at);
    for (const ended of placed.ended) {
      whitest = Math.max(whitest, ended.white);
      for (const each of begun) air[each] = ended.air;
      begun = [];
    }
    fewest = Math.min(fewest, placed.fewest);
    hole = Math.max(hole, placed.hole);
    costs.push(placed.cost);
    cost += placed.cost;
    page = placed.page;
  }
  const end = page.y + imprint + tailOf(page);
  // With room for a line or two more than was counted.
  if (end > height - 24) cost += end > height ? 12 : 4;
  if (page.number > 1 && end < most.last * height) cost += 8;
  return { leading, cost, pages: page.number, whitest, fewest, hole, costs, last: end / height, air };
}
