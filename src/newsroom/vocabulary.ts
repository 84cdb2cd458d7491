import type { CorrectionKind, Kind, Role } from './kinds.ts';

/** What a language leaves to its regions, for the words to be made with. */
export interface Manner {
  /** A number in its digits and groups. */
  number: (value: number) => string;
  /** A text that has figures in it, in its digits. */
  digits: (text: string) => string;
  /** A text between its quotation marks. */
  quoted: (text: string) => string;
}

/** The words of a language, made for the manner of one of its regions. */
export type Vocabulary = (manner: Manner) => Words;

/** What the reader itself says around an article, in one language. */
export interface Words {
  /** BCP 47 of these words. */
  language: string;
  skipToText: string;
  frontPage: string;
  kinds: Record<Kind, string | undefined>;
  /** "By A, B and C", for each role. Names come joined. */
  credits: Record<Role, (names: string) => string>;
  withAgencies: (names: string) => string;
  published: string;
  updated: string;
  /** A date and hour as they follow these words; how long ago it was follows them as it is. */
  at: (time: string) => string;
  oldNotice: (years: number) => string;
  corrections: string;
  correctionKinds: Record<CorrectionKind, string>;
  /** The date comes in words. */
  provenance: (print: {
    publication: string;
    date: string;
    headline?: string;
    section?: string;
    page?: string;
  }) => string;
  video: string;
  watchAt: (host: string) => string;
  related: string;
  footnotes: string;
  backToText: (number: string) => string;
  /** What stands in a text, in one word: screen readers say it before the words that are in it. */
  table: string;
  picture: string;
  pictures: string;
  quotation: string;
  box: string;
  withdrawn: string;
  withdrawnOn: (date: string) => string;
  topics: string;
  stayInTouch: string;
  /** Over the ways at the foot of every page. */
  groups: { paper: string; read: string; follow: string; policies: string };
  imprint: string;
  publishedBy: (publisher: string) => string;
  textLicence: (licence: string) => string;
  noStories: string;
  notFound: string;
  notFoundText: string;
  /** Of pages that list stories, and of the ways to them. */
  lists: {
    /** Names the navigation to screen readers. */
    navigation: string;
    sections: string;
    archive: string;
    contributors: string;
    editions: string;
    search: string;
    storyCount: (count: number) => string;
    newer: string;
    older: string;
    newest: string;
    pageNumber: (page: number) => string;
    storiesBy: (name: string) => string;
    /** The date comes in words. */
    printEdition: (date: string) => string;
    /** Page of the printed paper. */
    printPage: (page: string) => string;
    /** The headline that a story had on paper; straight quotation marks are set by the typographer. */
    printHeadline: (headline: string) => string;
    /** Of a list of topics, contributors or printed editions that has none. */
    nothingListed: string;
    noCorrections: string;
    links: string;
    /** Name the ways from one page of a list to the next, and up to what a page is part of. */
    pages: string;
    trail: string;
  };
  feeds: {
    label: string;
    /** Says what a feed is to a person who opens one in a browser. */
    about: string;
  };
  front: {
    briefs: string;
    analysis: string;
    /** Over stories of days before the newest. */
    earlier: string;
    /** Leads from a section's part of the front page to its own page. */
    allOf: (section: string) => string;
  };
  article: {
    readingTime: (minutes: number) => string;
    contents: string;
    previousIn: (section: string) => string;
    nextIn: (section: string) => string;
    moreOnTopic: string;
  };
  sharing: {
    share: string;
    copyLink: string;
    email: string;
    /** Of a paragraph, list, table or figure. */
    copyPassage: string;
    copyQuote: string;
    linkCopied: string;
    quoteCopied: string;
    citationCopied: string;
    /** What was to be copied follows, to be selected by hand. */
    notCopied: string;
    /** Said where a link led to a paragraph that is gone. */
    moved: string;
    cite: string;
    copy: string;
    qrCode: string;
  };
  /** Of what only paper has. */
  onPaper: {
    /** The numbers come from the page itself. */
    folio: (page: string, pages: string) => string;
    /** Says what a QR code leads to. */
    qr: (address: string) => string;
    version: (number: number) => string;
    print: string;
    pictures: string;
    larger: string;
  };
  /** Of an edition that is set as a newspaper, and of its files. */
  newspaper: {
    toPrint: string;
    continuedOn: (page: string) => string;
    continuedFrom: (page: string) => string;
    /** Over the index on the front page. */
    inside: string;
    files: string;
    /** What a book tells of itself to those who cannot see it: one sentence. */
    accessible: string;
  };
  searching: {
    label: string;
    /** What the page is for, to those who find it elsewhere; `name` is the paper's. */
    description: (name: string) => string;
    button: string;
    resultCount: (count: number) => string;
    nothing: (query: string) => string;
    /** Over words that lead somewhere, where those of the reader do not. */
    near: string;
    busy: string;
    failed: string;
    more: string;
    filters: string;
    section: string;
    topic: string;
    contributor: string;
    year: string;
    all: string;
    order: string;
    byRelevance: string;
    byNewest: string;
    byOldest: string;
    /** Over the archive by year, where no script runs. */
    withoutScript: string;
  };
  comfort: {
    /** Names the row of buttons beside an article. */
    tools: string;
    settings: string;
    close: string;
    theme: string;
    themes: { auto: string; paper: string; dark: string; sepia: string };
    textSize: string;
    spacing: string;
    letterSpacing: string;
    lineLength: string;
    typeface: string;
    typefaces: { serif: string; sans: string };
    singleKeys: string;
    reset: string;
    save: string;
    saved: string;
    savedStories: string;
    nothingSaved: string;
    needsScript: string;
    /** Said of a saved story of which there is a copy. */
    readableOffline: string;
    remove: string;
    offline: string;
    notKept: string;
    resume: string;
    listen: string;
    pause: string;
    goOn: string;
    stop: string;
    help: string;
    /** What single keys do; the keys themselves are in `scripts/`. */
    keys: {
      search: string;
      next: string;
      previous: string;
      front: string;
      save: string;
      settings: string;
      top: string;
      help: string;
    };
    enlarge: string;
    nextPicture: string;
    previousPicture: string;
    /** Numbers come in the numerals of the language. */
    pictureOf: (number: string, count: string) => string;
    play: string;
  };
}
