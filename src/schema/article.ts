import { z } from 'zod';
import type { Status } from '../newsroom/article.ts';
import { correctionKinds, kinds, roles } from '../newsroom/kinds.ts';
import type { Fault } from '../newsroom/problem.ts';
import { later, now, onDay, today, unused } from './examples.ts';
import {
  formerPath,
  id,
  instant,
  languageTag,
  licence,
  line,
  plainDate,
  reference,
  visibleText,
  webAddress,
} from './fields.ts';

/** A picture as an editor files it: every fact of it in its own field. */
export const picture = z.strictObject({
  file: line().describe("The picture file, named from the article's own folder: `./quay.jpg`."),
  alt: visibleText().describe(
    'What is to be seen, for readers who cannot see it. Write `alt: ""` if the picture is decoration. Never the caption again.',
  ),
  caption: line().optional().describe('What the reader should know of the picture. No credit in it.'),
  credit: line().optional().describe('Who made it and for whom: "Photo: Agence France-Presse".'),
  source: webAddress().optional().describe('Where the picture came from: an address that begins with https://.'),
  licence: licence().optional().describe('Under what licence it is used: "CC BY 4.0".'),
  focus: z
    .string()
    .regex(/^(100|\d{1,2})% (100|\d{1,2})%$/, 'is not two percentages')
    .optional()
    .describe('The point that a crop must keep, from the left and from the top: `50% 30%`.'),
});

const status = z.union(
  [
    z.enum(['draft', 'published']).transform((state): Status => ({ state })),
    z.strictObject({ embargoedUntil: instant() }).transform(({ embargoedUntil }): Status => ({
      state: 'embargoed',
      until: embargoedUntil,
    })),
    z.strictObject({ withdrawn: instant(), reason: line() }).transform(({ withdrawn, reason }): Status => ({
      state: 'withdrawn',
      at: withdrawn,
      reason,
    })),
  ],
  { error: 'is none of the four that there are' },
);

const relatedStory = z.union(
  [
    reference().transform((named): { article: string; note?: string } => ({ article: named })),
    z.strictObject({ article: reference(), note: line().optional() }),
    z.strictObject({ elsewhere: reference(), note: line().optional() }),
  ],
  { error: 'is neither an article of this paper nor a story elsewhere' },
);

/** The front matter of `content/articles/<year>/<month>/<day>/<slug>/index.md`. */
export const article = z
  .strictObject({
    id: id().describe(
      `A name for good, never to be changed: six to twelve of \`23456789abcdefghjkmnpqrstuvwxyz\` (no 0, 1, i, l, o). This one is free: \`id: ${unused}\`.`,
    ),
    aliases: z
      .array(formerPath())
      .default([])
      .describe(
        `Former addresses that lead to it, as a list: \`[/${onDay}/old-slug/]\`; also short links of stories that it replaces: \`/a/k7m2xq/\`.`,
      ),
    headline: line().describe('The headline, as readers see it. Put it in quotes if it holds a colon.'),
    shortHeadline: line().optional().describe('A shorter headline for lists and cards.'),
    standfirst: line().optional().describe('One sentence below the headline: what happened and why it matters.'),
    kicker: line().optional().describe('Two or three words above the headline: the running story.'),
    section: reference().describe('The section: the name of a file in content/sections/.'),
    topics: z
      .array(reference())
      .default([])
      .describe('Topics: names of files in content/topics/, as a list: `[sanctions, diplomacy]`.'),
    kind: z
      .enum(kinds)
      .default('news')
      .describe(`What kind of article it is: ${kinds.join(', ')}.`),
    contributors: z
      .array(
        z.strictObject({
          who: reference().describe('The name of a file in content/contributors/.'),
          role: z
            .enum(roles)
            .default('writer')
            .describe(`What they did: ${roles.join(', ')}.`),
        }),
      )
      .default([])
      .describe(
        'Who made it, in the order of the byline: a list of `who` and `role`: `[{ who: newsdesk, role: writer }]`.',
      ),
    agencies: z.array(line()).default([]).describe('News agencies that the copy draws on, as a list: `[Reuters]`.'),
    dateline: z
      .strictObject({
        place: line().describe('Where the story was filed: "Hanoi".'),
        date: plainDate().optional().describe(`The day of filing there: \`${today}\`.`),
      })
      .optional()
      .describe(`Place and day of filing: \`{ place: Hanoi, date: ${today} }\`.`),
    published: instant().describe(`When it was first published, with the offset from UTC: \`${now}\`.`),
    updated: instant().optional().describe(`When its text last changed, with the offset from UTC: \`${now}\`.`),
    status: status.describe(
      `\`draft\`, \`published\`, \`{ embargoedUntil: ${later} }\`, or \`{ withdrawn: ${now}, reason: <sentence> }\`.`,
    ),
    review: z
      .literal('required')
      .optional()
      .describe(
        '`required` where an import has guessed something: it holds the article back as a draft. Delete the line when you have looked at it.',
      ),
    picture: picture.optional().describe('The lead picture: file, alt, caption, credit, source, licence, focus.'),
    related: z
      .array(
        z.strictObject({
          heading: line().describe('The heading over the group: "See Top of the News".'),
          stories: z
            .array(relatedStory)
            .min(1, 'is empty')
            .describe(
              `A list of articles, each as \`${onDay}/slug\`, as \`article: ${onDay}/slug\` with a \`note\`, or as \`elsewhere:\` with the name of a file in content/related/ and a \`note\`.`,
            ),
        }),
      )
      .default([])
      .describe(
        `Groups of related stories, each with a heading and its stories in order: \`[{ heading: See also, stories: [{ article: ${onDay}/slug }] }]\`.`,
      ),
    print: z
      .strictObject({
        publication: line().describe('The newspaper: "The Straits Times".'),
        edition: plainDate().describe(`The date on the edition's front page, without a time: \`${today}\`.`),
        headline: line().optional().describe('The headline it ran under.'),
        section: line().optional().describe('The section or part of the paper.'),
        page: line().optional().describe('The page, in quotes: "A1".'),
      })
      .optional()
      .describe('Where a version of it appeared on paper.'),
    corrections: z
      .array(
        z.strictObject({
          at: instant().describe(`When it was corrected, with the offset from UTC: \`${now}\`.`),
          kind: z.enum(correctionKinds).default('correction').describe('correction, clarification or update.'),
          text: line().describe('What was wrong and what is right.'),
        }),
      )
      .default([])
      .describe(
        `Corrections, each with \`at\`, \`kind\` and \`text\`: \`[{ at: ${now}, kind: correction, text: <sentence> }]\`.`,
      ),
    language: languageTag()
      .optional()
      .describe("The language, where it is not the paper's: a tag such as `en-GB`, `ar`, `ja`."),
    direction: z.enum(['ltr', 'rtl']).optional().describe('`ltr` or `rtl`; the language decides when it is left out.'),
    licence: licence().optional().describe("The licence of the text, where it is not the paper's."),
    promos: z
      .strictObject({
        follow: z.boolean().default(true).describe('`true` or `false`.'),
        subscribe: z.boolean().default(true).describe('`true` or `false`.'),
      })
      .default({ follow: true, subscribe: true })
      .describe('Calls to show at the end: `{ follow: true, subscribe: false }`.'),
  })
  .check((context) => {
    const { published, updated, corrections } = context.value;
    const early = (path: PropertyKey[], input: string) =>
      context.issues.push({
        code: 'custom',
        input,
        path,
        message: `comes before the article was published: "${input}"`,
      });
    if (updated && Date.parse(updated) < Date.parse(published)) early(['updated'], updated);
    corrections.forEach((correction, index) => {
      if (Date.parse(correction.at) < Date.parse(published)) early(['corrections', index, 'at'], correction.at);
    });
  });

/** An article's front matter as filed, with defaults filled in. */
export type FiledArticle = z.infer<typeof article>;
export type FiledPicture = z.infer<typeof picture>;
/** What reads the front matter of articles; a paper may have added fields to it. */
export type ArticleSchema = z.ZodType<FiledArticle>;

/** The front matter of an article with further fields of a paper's own, which have no faults. */
export function articleWith<Further extends z.ZodRawShape>(
  further: Further,
): z.ZodType<FiledArticle & z.output<z.ZodObject<Further>>> {
  return article.safeExtend(further) as unknown as ReturnType<typeof articleWith<Further>>;
}

/** What is wrong with a paper's further fields: one that there is already, or that does not say by `.describe` what an editor is to write. */
export function faultsInFields(further: z.ZodRawShape): Fault[] {
  return Object.entries(further as Record<string, unknown>).flatMap(([name, field]): Fault[] => {
    if (name in article.shape)
      return [{ found: `Every article has a field "${name}".`, remedy: 'Give yours another name.' }];
    if (!(field instanceof z.ZodType))
      return [{ found: `The field "${name}" is no schema of zod.`, remedy: 'Write one: z.string().describe("…").' }];
    if (!field.description)
      return [
        {
          found: `The field "${name}" does not say what to write in it.`,
          remedy: 'Say it, since errors tell it: z.string().describe("…").',
        },
      ];
    return [];
  });
}
