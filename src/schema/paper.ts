import { z } from 'zod';
import { isTimeZone } from '../newsroom/calendar.ts';
import { picture } from './article.ts';
import { today } from './examples.ts';
import { languageTag, licence, line, plainDate, reference, webAddress } from './fields.ts';

const promo = z.strictObject({
  label: line().describe('The words of the link.'),
  text: line().describe('One sentence that says what the reader gets.'),
  url: webAddress().describe('Where the link goes: an address that begins with https://.'),
});

/** `content/publication.yaml`: the newspaper itself. */
export const publication = z.strictObject({
  name: line().describe('The name on the nameplate.'),
  tagline: line().optional().describe('A few words under the name.'),
  url: webAddress()
    .refine((url) => !/[?#]/.test(url) && isFolder(new URL(url).pathname), 'is not the bare address of a site')
    .transform((url) => (new URL(url).pathname === '/' ? url : new URL(url).href).replace(/\/$/, ''))
    .describe(
      'The address that readers know: `https://broadsheet.example`, or with the path that the paper lies below, `https://example.org/paper/`.',
    ),
  icon: line()
    .optional()
    .describe(
      'The picture that stands for the paper in tabs and on home screens, a square in content/: `./icon.svg`. Without it that is the first letter of the name.',
    ),
  nameplate: line()
    .refine((file) => /\.svg$/i.test(file), 'is not a drawing (SVG)')
    .optional()
    .describe(
      'The name as a drawing, in the place of letters at the head of pages, dark on nothing, in content/: `./nameplate.svg`.',
    ),
  language: languageTag().describe('The language of the paper: a tag such as `en-GB`.'),
  typography: z
    .strictObject({
      dashes: z
        .enum(['closed', 'spaced'])
        .optional()
        .describe(
          'What `--` becomes between words: `closed`, an em dash without spaces, or `spaced`, an en dash between spaces.',
        ),
    })
    .optional()
    .describe("What the paper does otherwise than its language's printers: `{ dashes: closed }`."),
  dateline: z
    .enum(['signature', 'text'])
    .optional()
    .describe('Where the place of a story stands: in its `signature`, with the day, or before its `text`: "HANOI –".'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone')
    .describe("The paper's time zone by its IANA name: `Asia/Singapore`."),
  timeZoneName: line().optional().describe('What readers call that zone: `SGT`.'),
  sections: z
    .array(reference())
    .min(1, 'is empty')
    .describe("Names of files in content/sections/, in the paper's order."),
  pages: z
    .array(reference())
    .default([])
    .describe('Names of files in content/pages/, in the order of the imprint: `[about, contact]`.'),
  licence: licence().optional().describe('The licence of the text: `CC BY 4.0`.'),
  publisher: z
    .strictObject({
      name: line().describe('Who publishes the paper.'),
      place: line().optional().describe('Where the publisher sits.'),
      email: z.email('is not an e-mail address').optional().describe('Where readers can write to.'),
    })
    .describe('Who answers for the paper: name, place, email.'),
  policies: z
    .array(
      z.strictObject({
        label: line().describe('The words of the link.'),
        url: webAddress().describe('Where it goes.'),
        on: z
          .enum(['principles', 'corrections'])
          .optional()
          .describe('What it tells, for search engines: `principles` or `corrections`.'),
      }),
    )
    .default([])
    .describe('Links to policies, each with `label`, `url` and, for search engines, `on`.'),
  channel: promo.optional().describe('A call to follow the paper: label, text, url.'),
  subscription: promo.optional().describe('A call to subscribe: label, text, url.'),
});

/** Whether a path can be a folder of which every file has its address: names of letters and digits, and none of a page. */
function isFolder(pathname: string): boolean {
  try {
    return /^(?:\/[\p{L}\p{M}\p{N}._~-]+)*\/?$/u.test(decodeURIComponent(pathname)) && !/\.html?\/?$/i.test(pathname);
  } catch {
    return false;
  }
}

/** A file in `content/sections/` or `content/topics/`. */
export const heading = z.strictObject({
  name: line().describe('The name that readers see.'),
  description: line().optional().describe('One sentence on what it holds.'),
});

/** A file in `content/contributors/`. */
export const contributor = z.strictObject({
  name: line().describe('The name in the byline.'),
  kind: z.enum(['person', 'organisation']).default('person').describe('`person` or `organisation`.'),
  role: line().optional().describe('What they do for the paper: "Asia correspondent".'),
  bio: line().optional().describe('A sentence or two on them.'),
  portrait: picture
    .extend({ file: line().describe('The picture file, named from content/contributors/: `./quayside.jpg`.') })
    .optional()
    .describe('Their picture: file, alt, caption, credit, source, licence, focus.'),
  links: z
    .array(
      z.strictObject({
        label: line().describe('The words of the link: "Letters to the desk".'),
        url: webAddress().describe('Where it goes: an address that begins with https://.'),
      }),
    )
    .default([])
    .describe('Pages elsewhere where readers find them, each with `label` and `url`.'),
});

export type FiledContributor = z.infer<typeof contributor>;

/** A file in `content/related/`: a story that is not in this archive. It is named, and linked only if it has an address. */
export const elsewhere = z.strictObject({
  title: line().describe('The headline of the story.'),
  publication: line().describe('Where it appeared.'),
  date: plainDate().describe(`The day it appeared: \`${today}\`.`),
  url: webAddress().optional().describe('Its address, if it has one.'),
});
