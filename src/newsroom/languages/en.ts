import 'dayjs/locale/en.js';
import 'dayjs/locale/en-gb.js';
import { wholeWords, type Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['“”', '‘’'],
  dash: 'spaced',
  dashedRange: true,
  headless:
    "tis|tisn't|twas|twasn't|twere|twill|twould|till?|em|n|s|cause|cos|coz|cuz|bout|round|roun|neath|gainst|tween|mongst|midst|" +
    'fraid|nother|nuff|scuse|spose|sup|ere|ello|im|nam|hood|e|er|appen|ow|ouse|ave|alf|ome|undred|burbs|tude|kay|stache|copter|shroom',
  tailless: `[cC]e|[iI][nN]|${wholeWords("o|mo|fo|yo|po|wi|th|y|i|a|an|ol|lil|li'l|wha|tha|jus|mus|las|hol|tol|col|han|stan|roun|soun|aroun")}`,
  hours: 'noon|midday|midnight',
  ordinal: 'st|nd|rd|th',
  months: 'January|February|March|April|May|June|July|August|September|October|November|December',
  measures: 'ft|lbs?|oz|mph|am|pm|a\\.m\\.|p\\.m\\.|bn|million|billion|trillion|per cent|percent',
  references: 'pp?\\.|Nos?\\.|nos?\\.|vols?\\.|Vols?\\.|[Ff]igs?\\.|ch\\.',
  titles:
    'Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Prof\\.?|Sir|Dame|Lord|Lady|Gen\\.|Sen\\.|Rep\\.|Gov\\.|Rev\\.|Capt\\.|Lt\\.|Sgt\\.',
};

export const english = {
  tag: 'en',
  typography,
  variants: {
    US: { dates: { locale: 'en', date: 'MMMM D, YYYY', day: 'dddd, MMMM D, YYYY', dayAndMonth: 'MMMM D' } },
  },
  dates: { locale: 'en-gb' },
  sentences: {
    abbreviations:
      'Prof Gen Gov Sen Rep Col Rev Hon Capt Maj Adm Inc Co Corp Ave Dept No Nos Fig Vol Art Ch pp ' +
      'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
    beginners:
      'The|An?|He|She|It|They|We|You|This|That|These|Those|His|Her|Its|Their|But|And|Or|If|In|On|At|By|For|From|With|When|While|After|As|So|Then|There|What|Who|Why|How|Not|Yet|No',
  },
  words: ({ number, digits, quoted }) => ({
    language: 'en',
    skipToText: 'Skip to the text',
    frontPage: 'Front page',
    kinds: {
      news: undefined,
      briefs: 'In brief',
      analysis: 'Analysis',
      opinion: 'Opinion',
      feature: 'Feature',
      obituary: 'Obituary',
    },
    credits: {
      writer: (names) => `By ${names}`,
      editor: (names) => `Edited by ${names}`,
      photographer: (names) => `Photographs by ${names}`,
      illustrator: (names) => `Illustrated by ${names}`,
      cartographer: (names) => `Maps by ${names}`,
      translator: (names) => `Translated by ${names}`,
    },
    withAgencies: (names) => `With reporting by ${names}`,
    published: 'Published',
    updated: 'Updated',
    at: (time) => time,
    oldNotice: (years) => `This article is more than ${years === 1 ? 'a year' : `${number(years)} years`} old.`,
    corrections: 'Corrections',
    correctionKinds: { correction: 'Correction', clarification: 'Clarification', update: 'Update' },
    provenance: ({ publication, date, headline, section, page }) =>
      `A version of this article appeared in the print edition of ${publication} on ${date}` +
      `${section || page ? ` (${[section, page && `page ${digits(page)}`].filter(Boolean).join(', ')})` : ''}` +
      `${headline ? `, with the headline ${quoted(headline)}` : ''}.`,
    video: 'Video',
    watchAt: (host) => `Watch or read at ${host}`,
    related: 'Related stories',
    footnotes: 'Notes',
    backToText: (note) => `Back to the text from note ${digits(note)}`,
    table: 'Table',
    picture: 'Picture',
    pictures: 'Pictures',
    quotation: 'Quotation',
    box: 'Box',
    withdrawn: 'This article has been withdrawn',
    withdrawnOn: (date) => `Withdrawn ${date}`,
    topics: 'Topics',
    stayInTouch: 'Stay in touch',
    groups: { paper: 'The paper', read: 'Read', follow: 'Follow', policies: 'Policies' },
    imprint: 'Imprint',
    publishedBy: (publisher) => `Published by ${publisher}`,
    textLicence: (licence) => `Text licensed under ${licence}`,
    noStories: 'No stories have been published yet.',
    notFound: 'There is no page at this address',
    notFoundText: 'The address may be mistyped. The search finds every story, and the front page has the newest.',
    lists: {
      navigation: 'The paper',
      sections: 'Sections',
      archive: 'Archive',
      contributors: 'Contributors',
      editions: 'Print editions',
      search: 'Search',
      storyCount: (count) => (count === 1 ? '1 story' : `${number(count)} stories`),
      newer: 'Newer stories',
      older: 'Older stories',
      newest: 'Newest stories',
      pageNumber: (page) => `Page ${number(page)}`,
      storiesBy: (name) => `Stories by ${name}`,
      printEdition: (date) => `Print edition of ${date}`,
      printPage: (page) => `Page ${digits(page)}`,
      printHeadline: (headline) => `On paper: ${quoted(headline)}`,
      nothingListed: 'Nothing is listed here yet.',
      noCorrections: 'There has been nothing to correct yet.',
      links: 'Links',
      pages: 'Pages',
      trail: 'Where this page is',
    },
    feeds: {
      label: 'Feeds',
      about:
        'This is a feed. Put its address into a feed reader, and each new story comes to you whole, in the order of publication.',
    },
    front: {
      briefs: 'In brief',
      analysis: 'Analysis and opinion',
      earlier: 'From earlier days',
      allOf: (section) => `All of ${section}`,
    },
    article: {
      readingTime: (minutes) => (minutes === 1 ? '1 minute to read' : `${number(minutes)} minutes to read`),
      contents: 'In this article',
      previousIn: (section) => `Before this in ${section}`,
      nextIn: (section) => `After this in ${section}`,
      moreOnTopic: 'More on this topic',
    },
    sharing: {
      share: 'Share',
      copyLink: 'Copy link',
      email: 'E-mail',
      copyPassage: 'Copy link to this paragraph',
      copyQuote: 'Copy quote with link',
      linkCopied: 'The link is copied.',
      quoteCopied: 'The quote is copied, with its link.',
      citationCopied: 'The citation is copied.',
      notCopied: 'The browser did not copy this:',
      moved: 'The paragraph that was linked to has been changed or removed. This is the nearest one.',
      cite: 'Cite this article',
      copy: 'Copy',
      qrCode: 'QR code of the short link',
    },
    onPaper: {
      folio: (page, pages) => `Page ${page} of ${pages}`,
      qr: (address) => `QR code for ${address}`,
      version: (version) => `Version ${number(version)}`,
      print: 'Print',
      pictures: 'With pictures',
      larger: 'Larger type',
    },
    newspaper: {
      toPrint: 'As a newspaper, to print',
      continuedOn: (page) => `Continued on page ${digits(page)}`,
      continuedFrom: (page) => `From page ${digits(page)}`,
      inside: 'Inside',
      files: 'To take away',
      accessible:
        'The text is complete and in reading order, with headings, a table of contents and descriptions of the pictures.',
    },
    searching: {
      label: 'Search the archive',
      description: (name) => `Search every story of ${name} by its words, section, topic, author and year.`,
      button: 'Search',
      resultCount: (count) => (count === 1 ? '1 story found' : `${number(count)} stories found`),
      nothing: (query) => `No story has ${quoted(query)} in it.`,
      near: 'Near it:',
      busy: 'Searching …',
      failed: 'The search could not be loaded. The archive lists every story by year.',
      more: 'More results',
      filters: 'Narrow the search',
      section: 'Section',
      topic: 'Topic',
      contributor: 'Contributor',
      year: 'Year',
      all: 'All',
      order: 'Order',
      byRelevance: 'Best match first',
      byNewest: 'Newest first',
      byOldest: 'Oldest first',
      withoutScript:
        'Search runs in the browser and needs JavaScript. Without it, the archive lists every story by year.',
    },
    comfort: {
      tools: 'Reading',
      settings: 'Display',
      close: 'Close',
      theme: 'Colours',
      themes: { auto: 'As on the device', paper: 'Paper', dark: 'Dark', sepia: 'Sepia' },
      textSize: 'Text size',
      spacing: 'Line spacing',
      letterSpacing: 'Letter spacing',
      lineLength: 'Line length',
      typeface: 'Typeface',
      typefaces: { serif: 'Serif', sans: 'Sans serif' },
      singleKeys: 'Single-key shortcuts',
      reset: 'As it was',
      save: 'Save for later',
      saved: 'Saved',
      savedStories: 'Saved stories',
      nothingSaved: 'No story is saved on this device yet.',
      needsScript: 'Saved stories are kept on the device by JavaScript, which is off.',
      readableOffline: 'Can be read without a network',
      remove: 'Remove',
      offline: 'There is no network: this is the copy kept on this device.',
      notKept: 'There is no network, and this page is not kept on this device.',
      resume: 'Continue where you stopped',
      listen: 'Listen',
      pause: 'Pause',
      goOn: 'Go on',
      stop: 'Stop',
      help: 'Keyboard shortcuts',
      keys: {
        search: 'Search',
        next: 'Next story',
        previous: 'Previous story',
        front: 'Front page',
        save: 'Save for later',
        settings: 'Display',
        top: 'Back to the headline',
        help: 'This list',
      },
      enlarge: 'Enlarge the picture',
      nextPicture: 'Next picture',
      previousPicture: 'Previous picture',
      pictureOf: (picture, count) => `Picture ${picture} of ${count}`,
      play: 'Play the video',
    },
  }),
  firstEdition: (name) => ({
    section: { name: 'News', description: 'What happened, and what it means.' },
    desk: 'Newsdesk',
    about: {
      title: 'About this paper',
      description: `What ${name} is, and who makes it.`,
      text: `${name} is a newspaper. Its stories come from [its own desk](/contributors/newsdesk/).

What was wrong is put right in the open: each correction stands below its story and on [the page of corrections](/corrections/).`,
    },
    contact: {
      title: 'Contact',
      description: `How to reach ${name}.`,
      text: 'Letters, questions and corrections are welcome.',
    },
    story: {
      headline: `${name} begins`,
      standfirst: 'This first story shows what a story can hold.',
      picture: {
        alt: 'A drawing of a front page: a headline, two columns of text, a picture.',
        caption: 'How a front page begins.',
        credit: `Drawing: ${name}`,
      },
      text: `Every story is a folder with a text in it, and its place is its address for good. Change this one, or delete its folder.

Words may be *stressed*, and [lead elsewhere](/about/). What more a story can hold stands below.

## Quotations, boxes, tables

:::pull-quote
What is worth reading twice may stand out of the text.
:::

Facts go into a box beside it.

:::fact-box[The first commands]
- \`npm run dev\`: shows the paper, and each change of it
- \`npm run desk new\`: files a story
- \`npm run check\`: tells what is to be mended
- \`npm run desk publish\`: publishes
:::

| Page | Holds |
| --- | --- |
| [Front page](/) | the newest stories |
| [Archive](/archive/) | all of them |`,
    },
  }),
} satisfies Language;
