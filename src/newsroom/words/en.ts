import type { Words } from '../words.ts';

export const english: Words = {
  language: 'en',
  skipToText: 'Skip to the text',
  frontPage: 'Front page',
  kinds: { news: undefined, briefs: 'In brief', analysis: 'Analysis', opinion: 'Opinion', feature: 'Feature', obituary: 'Obituary' },
  credits: {
    writer: (names) => `By ${names}`,
    editor: (names) => `Edited by ${names}`,
    photographer: (names) => `Photographs by ${names}`,
    illustrator: (names) => `Illustrated by ${names}`,
    cartographer: (names) => `Maps by ${names}`,
    translator: (names) => `Translated by ${names}`,
  },
  withAgencies: (names) => `With reporting by ${names}`,
  filed: 'Filed',
  published: 'Published',
  updated: 'Updated',
  oldNotice: (years) => `This article is more than ${years === 1 ? 'a year' : `${years} years`} old.`,
  corrections: 'Corrections',
  correctionKinds: { correction: 'Correction', clarification: 'Clarification', update: 'Update' },
  provenance: ({ publication, date, headline, section, page }) =>
    `A version of this article appeared in the print edition of ${publication} on ${date}` +
    `${section || page ? ` (${[section, page && `page ${page}`].filter(Boolean).join(', ')})` : ''}` +
    `${headline ? `, with the headline "${headline}"` : ''}.`,
  video: 'Video',
  watchAt: (host) => `Watch or read at ${host}`,
  pictureSource: 'Source of the picture',
  related: 'Related stories',
  footnotes: 'Notes',
  backToText: (number) => `Back to the text from note ${number}`,
  table: 'Table',
  withdrawn: 'This article has been withdrawn',
  withdrawnOn: (date) => `Withdrawn ${date}`,
  topics: 'Topics',
  stayInTouch: 'Stay in touch',
  imprint: 'Imprint',
  publishedBy: (publisher) => `Published by ${publisher}`,
  textLicence: (licence) => `Text licensed under ${licence}`,
  noStories: 'No stories have been published yet.',
  notFound: 'There is no page at this address',
  notFoundText: 'The address may be mistyped. Every story of the paper can be reached from the front page.',
};
