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
  side: (story: Placed) => number;
  heading: number;
}

/** Stories of one section; the first is the largest. */
export interface Band {
  section: Heading;
  stories: Placed[];
}

/** A day's front page. No story is on it twice; those that are not on it are on the day's own page. */
export interface Front {
  date: string;
  lead: Placed;
  /** Whether the stories next to the lead are as tall as it and stand beside it; they stand below otherwise. */
  makeUp: 'beside' | 'below';
  second: Placed[];
  analysis: Placed[];
  briefs: Placed[];
  pairs: [Placed, Placed][];
  /** In the publication's order; sections with few stories stand side by side in one row. */
  sections: Band[][];
  /** Of the days before, the newest first, where the day itself has few. */
  earlier: Placed[];
  /** Whether the day has stories that are not here. */
  more: boolean;
}

const most = { stories: 40, analysis: 2, briefs: 6, smallBand: 3, bandsInRow: 4, withoutBands: 6 };
/** A day with fewer stories is filled up from the days before. */
const fewest = 12;

const unplanned: FrontPlan = { second: [], pairs: [], briefs: [], inside: [] };

/** The front page of the newest day: what an editor has planned, and the rest by rule. `undefined` while nothing is published. */
export function frontOf(edition: Edition, measure: Measure): Front | undefined {
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
  const analysis: Article[] = [];

  const inPlace = () => ({
    second: onePicture(second),
    analysis: analysis.map((article) => whole(article, false)),
    briefs: briefs.map((article) => ({ ...whole(article, false), standfirst: briefs.length <= 2 })),
  });
  const room = 2 * measure.lead(whole(lead));
  const filled = () => {
    const { second: seconds, ...apart } = inPlace();
    return total([...seconds.map(measure.side), ...heightsApart(apart, measure)]) / room;
  };
  /** Takes the stories, one at the least, that bring the columns beside the lead nearer to being filled to a share. */
  const fill = (place: Article[], stories: readonly Article[], share: number) => {
    for (const story of stories) {
      const before = filled();
      place.push(story);
      if (place.length > 1 && !few && filled() - share > share - before) place.pop();
      else take([story]);
    }
  };
  const isBrief = briefsOf(outside);
  const few = outside.length <= most.withoutBands;
  fill(analysis, free().filter(isComment).slice(0, most.analysis), 0.4);
  fill(
    briefs,
    free()
      .filter(isBrief)
      .slice(0, Math.max(0, most.briefs - briefs.length)),
    0.6,
  );
  fill(
    second,
    free().filter((story) => !isComment(story) && !isBrief(story)),
    1,
  );
  // A story that is left over would make a part of the page by itself.
  if (free().length === 1) fill(second, free(), 1.25);
  const makeUp = filled() > 0.7 && filled() < 1.45 ? 'beside' : 'below';

  const sections = rowsOf(bandsOf(edition, free(), most.stories - placed.size));
  take(sections.flat().flatMap(({ stories }) => stories.map(({ article }) => article)));
  const before = listsOf(edition).all.filter(
    (article) => isShown(article) && !order.includes(article) && !plan.inside.includes(article.path),
  );
  const earlier = take(
    before
      .reverse()
      .filter((article) => !placed.has(article))
      .slice(0, Math.max(0, fewest - placed.size)),
  );

  const { second: seconds, ...apart } = inPlace();
  return {
    date,
    lead: whole(lead),
    makeUp,
    second: ordered ? seconds : evened(seconds, heightsApart(apart, measure), measure),
    ...apart,
    pairs,
    sections,
    earlier: wide(earlier),
    more: order.some((article) => !placed.has(article)),
  };
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

/** Stories of which the first with a picture wider than tall shows it: more would stand against the lead's. */
function onePicture(articles: readonly Article[]): Placed[] {
  const first = articles.find((article) => article.picture && !isUpright(article));
  return articles.map((article) => whole(article, article === first));
}

/** Heights of the stories that are set apart, the first of each kind with the heading over it. */
function heightsApart(apart: Pick<Front, 'analysis' | 'briefs'>, { side, heading }: Measure): number[] {
  return [apart.analysis, apart.briefs].flatMap((stories) =>
    stories.map((story, index) => (index === 0 ? side(story) + heading : side(story))),
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/**
 * The order in which stories, and what follows them, part into two columns of the most even height:
 * the story with the picture moves, the others stay as they are.
 */
function evened(stories: readonly Placed[], following: readonly number[], { side }: Measure): Placed[] {
  const pictured = stories.find(({ picture }) => picture);
  if (!pictured) return [...stories];
  const others = stories.filter((story) => story !== pictured);
  const tallest = (order: readonly Placed[]) => {
    const all = [...order.map(side), ...following];
    return Math.min(...all.map((_, cut) => Math.max(total(all.slice(0, cut)), total(all.slice(cut)))));
  };
  return stories
    .map((_, place) => others.toSpliced(place, 0, pictured))
    .reduce((best, order) => (tallest(order) < tallest(best) ? order : best));
}

/** Stories across the page. The first has the picture; where many follow, they follow by their headlines. */
function wide(articles: readonly Article[]): Placed[] {
  const [first, ...others] = pictureFirst(articles);
  if (!first) return [];
  const standfirst = others.length <= (first.picture ? 2 : 3);
  return [whole(first), ...others.map((article) => ({ article, picture: false, standfirst }))];
}

/** Stories in one column: the first in full, the others by their headlines. */
function narrow(articles: readonly Article[]): Placed[] {
  return pictureFirst(articles).map((article, index) => ({
    article,
    picture: index === 0 && article.picture !== undefined,
    standfirst: index === 0,
  }));
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

/** Small sections that follow one another share rows of like length; a larger one has a row to itself. */
function rowsOf(stacks: readonly Stack[]): Band[][] {
  const groups: Stack[][] = [];
  for (const stack of stacks) {
    const last = groups.at(-1);
    const small = (each: Stack | undefined) => each !== undefined && each.articles.length <= most.smallBand;
    if (last && small(stack) && small(last[0])) last.push(stack);
    else groups.push([stack]);
  }
  return groups.flatMap((group) => {
    const rows = Math.ceil(group.length / most.bandsInRow);
    return Array.from({ length: rows }, (_, row) => {
      const part = group.slice(Math.ceil((row * group.length) / rows), Math.ceil(((row + 1) * group.length) / rows));
      return part.map(({ section, articles }) => ({
        section,
        stories: part.length > 1 ? narrow(articles) : wide(articles),
      }));
    });
  });
}
