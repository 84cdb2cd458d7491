import type { CorrectionKind, Kind, Role } from './kinds.ts';
import type { Direction } from './language.ts';
import type { Typography } from './typography/setting.ts';

/** A picture file as it lies in `content/`; or a film, or its captions, which have no size here. */
export interface PictureFile {
  /** From the project's folder. */
  path: string;
  /** Pixels; 0 where there is no size. */
  width: number;
  height: number;
  format: string;
  /** Of the published bytes, shortened: a new picture under an old name gets a new address. */
  hash: string;
  /** Whether what is behind it is seen through it. */
  transparent?: boolean;
  /** The picture in its place where the file cannot be published as it is: a PNG, by its path from the project's folder. */
  still?: string;
}

/** A picture and what is said of it; each fact in its own place. */
export interface Photo {
  file: PictureFile;
  /** For readers who cannot see it; empty for decoration. */
  alt: string;
  /** Plain text. */
  caption?: string;
  credit?: string;
  /** Address of the place it came from. */
  source?: string;
  licence?: string;
  /** Centre of interest, as CSS `object-position`: "50% 30%". */
  focus?: string;
}

/** A section or a topic. */
export interface Heading {
  /** Name of its file, and of its page. */
  id: string;
  name: string;
  /** One sentence. */
  description?: string;
}

export interface Contributor {
  /** Name of its file, and of its page. */
  id: string;
  name: string;
  kind: 'person' | 'organisation';
  role?: string;
  bio?: string;
  portrait?: Photo;
  links: { label: string; url: string }[];
}

/** A page that stands by itself: about, contact, a policy. */
export interface StaticPage {
  /** Name of its file, and its address: `about` is `/about/`. */
  id: string;
  title: string;
  description?: string;
  /** Its first sentence in plain words, as it is set; absent where there is a description. */
  opening?: string;
  language: string;
  /** The paper's, where this is in its language. */
  typography?: Typography;
  direction: Direction;
  bodyKey: string;
  pictures: PictureFile[];
  /** Paths of articles that its body names. */
  mentions: string[];
}

/** What an editor says of a day's front page; paths of articles. What is not said is composed by rule. */
export interface FrontPlan {
  lead?: string;
  /** Whether the lead's headline stands across the page. */
  breaking?: boolean;
  /** Beside the lead, in order. */
  second: string[];
  /** Two stories that stand side by side as one. */
  pairs: [string, string][];
  briefs: string[];
  /** Not on the front. */
  inside: string[];
}

export type Status =
  | { state: 'draft' }
  | { state: 'published' }
  | { state: 'embargoed'; until: string }
  | { state: 'withdrawn'; at: string; reason: string };

export interface Correction {
  /** RFC 3339. */
  at: string;
  kind: CorrectionKind;
  text: string;
}

/** Where a version of the article stood on paper. */
export interface PrintProvenance {
  publication: string;
  /** The edition's plain date: a newspaper's date is not an instant. */
  edition: string;
  headline?: string;
  section?: string;
  page?: string;
}

/** A story beside an article: one of this paper's, or one that is only named. */
export type RelatedStory =
  | { article: Article; note?: string }
  | { elsewhere: { title: string; publication: string; date: string; url?: string }; note?: string };

export interface RelatedGroup {
  heading: string;
  stories: RelatedStory[];
}

/** An article with everything that it refers to resolved, except other articles' bodies. */
export interface Article {
  /** `2019/03/01/slug`: its folder below `content/articles/`. */
  path: string;
  /** Minted once, never changed, shorter than the permalink. */
  id: string;
  /** Former addresses that lead to it, without slashes around them: `2019/03/01/old-slug`, `a/k7m2xq`. */
  aliases: string[];
  headline: string;
  shortHeadline?: string;
  standfirst?: string;
  /** Its first sentence in plain words, as it is set; absent where there is a standfirst. */
  opening?: string;
  kicker?: string;
  section: Heading;
  topics: Heading[];
  kind: Kind;
  contributors: { contributor: Contributor; role: Role }[];
  agencies: string[];
  dateline?: { place: string; date?: string };
  /** RFC 3339. */
  published: string;
  updated?: string;
  status: Status;
  picture?: Photo;
  related: RelatedGroup[];
  print?: PrintProvenance;
  corrections: Correction[];
  language: string;
  /** The paper's, where this is in its language. */
  typography?: Typography;
  direction: Direction;
  licence?: string;
  promos: { follow: boolean; subscribe: boolean };
  /** Key of the rendered body. */
  bodyKey: string;
  /** Every picture of it. */
  pictures: PictureFile[];
  /** Paths of articles that its body names. */
  mentions: string[];
  /** The words that tell what it is about, in small letters; no reader sees them. */
  keywords: string[];
  /** What stands in fields that the paper has added, by their names; absent where nothing does. */
  added?: Readonly<Record<string, unknown>>;
}

export interface Publication {
  name: string;
  tagline?: string;
  /** What every permalink begins with, without a slash at the end. */
  url: string;
  /** The same as it was when the paper was first published, where that is known: ids in feeds stay when it moves. */
  firstUrl?: string;
  /** The picture of its icons, as it is filed. */
  icon?: string;
  /** The drawing of its name, as it is filed. */
  nameplate?: string;
  /** How much wider than high that is. */
  nameplateRatio?: number | undefined;
  language: string;
  typography?: Typography;
  /** Where the place of a story stands; in its signature unless this is said. */
  dateline?: 'signature' | 'text';
  timeZone: string;
  timeZoneName?: string;
  sections: string[];
  /** Ids of static pages in the order of the imprint. */
  pages: string[];
  licence?: string;
  publisher: { name: string; place?: string; email?: string };
  policies: { label: string; url: string; on?: 'principles' | 'corrections' }[];
  channel?: Promo;
  subscription?: Promo;
}

export interface Promo {
  label: string;
  text: string;
  url: string;
}
