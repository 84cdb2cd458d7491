import type { CollectionEntry } from 'astro:content';
import type { Article, Heading, PictureFile, Publication } from '../newsroom/article.ts';
import { isShown, type Edition } from '../newsroom/edition.ts';
import { directionOf } from '../newsroom/language.ts';
import { settingWithin } from '../newsroom/typography/setting.ts';
import { isCommonField } from '../schema/common-fields.ts';
import { listingOf, type Listing } from '../schema/listing.ts';

type Data = CollectionEntry<'articles'>['data'];

/** An article as it is filed. Its data may be read when they are asked for; what lists are made by is there before. */
export interface FiledEntry {
  /** `2019/03/01/slug` */
  id: string;
  data: Data;
  listing?: Listing & Pick<Data, 'keywords'>;
}

/** What articles of an edition name: sections, topics and contributors by id. */
export type Desk = Pick<Edition, 'sections' | 'topics' | 'contributors'>;

export type Elsewhere = Extract<Article['related'][number]['stories'][number], { elsewhere: unknown }>['elsewhere'];

/** What an article may be related to: other articles that are out, by path, and stories elsewhere, by id. */
interface Others {
  articles: ReadonlyMap<string, Article>;
  elsewhere: ReadonlyMap<string, Elsewhere>;
}

/** An article with everything that it refers to. What lists do not ask for is read when somebody does. */
export class LaidOut implements Article {
  readonly path: string;
  readonly #entry: FiledEntry;
  readonly #listing: Listing;
  readonly #publication: Publication;
  readonly #desk: Desk;
  #section: Heading | undefined;
  #topics: Heading[] | undefined;
  #contributors: Article['contributors'] | undefined;
  #pictures: PictureFile[] | undefined;
  #picture: Article['picture'] | null = null;
  #mentions: string[] | undefined;
  #related: { others: Others; groups?: Article['related'] } | undefined;

  constructor(entry: FiledEntry, publication: Publication, desk: Desk) {
    this.path = entry.id;
    this.#entry = entry;
    this.#listing = entry.listing ?? listingOf(entry.data.filed);
    this.#publication = publication;
    this.#desk = desk;
  }

  /** Whether it is what is made of these. */
  isOf(entry: FiledEntry, publication: Publication, desk: Desk): boolean {
    if (entry !== this.#entry || publication !== this.#publication) return false;
    if (desk === this.#desk) return true;
    const { section, topics, contributors } = this.#listing;
    const isSame = (of: keyof Desk, id: string) => desk[of].get(id) === this.#desk[of].get(id);
    return (
      isSame('sections', section) &&
      topics.every((topic) => isSame('topics', topic)) &&
      contributors.every(({ who }) => isSame('contributors', who))
    );
  }

  get id(): string {
    return this.#listing.id;
  }
  get aliases(): string[] {
    return this.#listing.aliases;
  }
  get section(): Heading {
    return (this.#section ??= headingOf(this.#desk.sections, this.#listing.section));
  }
  get topics(): Heading[] {
    return (this.#topics ??= this.#listing.topics.map((topic) => headingOf(this.#desk.topics, topic)));
  }
  get contributors(): Article['contributors'] {
    return (this.#contributors ??= this.#listing.contributors.flatMap(({ who, role }) => {
      const contributor = this.#desk.contributors.get(who);
      return contributor ? [{ contributor, role }] : [];
    }));
  }
  get published(): string {
    return this.#listing.published;
  }
  get updated(): Article['updated'] {
    return this.#listing.updated;
  }
  get status(): Article['status'] {
    return this.#listing.status;
  }
  get kind(): Article['kind'] {
    return this.#listing.kind;
  }
  get print(): Article['print'] {
    return this.#listing.print;
  }
  get corrections(): Article['corrections'] {
    return this.#listing.corrections;
  }
  get language(): string {
    return this.#listing.language ?? this.#publication.language;
  }
  get typography(): Article['typography'] {
    return settingWithin(this.#publication, this.language).typography;
  }
  get #filed(): Data['filed'] {
    return this.#entry.data.filed;
  }
  get headline(): string {
    return this.#filed.headline;
  }
  get shortHeadline(): Article['shortHeadline'] {
    return this.#filed.shortHeadline;
  }
  get standfirst(): Article['standfirst'] {
    return this.#filed.standfirst;
  }
  get opening(): Article['opening'] {
    return this.#entry.data.opening;
  }
  get kicker(): Article['kicker'] {
    return this.#filed.kicker;
  }
  get agencies(): string[] {
    return this.#filed.agencies;
  }
  get dateline(): Article['dateline'] {
    return this.#filed.dateline;
  }
  get direction(): Article['direction'] {
    return this.#filed.direction ?? directionOf(this.language);
  }
  get licence(): Article['licence'] {
    return this.#filed.licence ?? this.#publication.licence;
  }
  get promos(): Article['promos'] {
    return this.#filed.promos;
  }
  get bodyKey(): string {
    return this.#entry.data.bodyKey;
  }
  get pictures(): PictureFile[] {
    return (this.#pictures ??= this.#entry.data.pictures.map(pictureOf));
  }
  get picture(): Article['picture'] {
    if (this.#picture === null) {
      const { picture } = this.#filed;
      const file = picture && this.pictures.find((each) => each.path === this.#entry.data.leadPicture);
      this.#picture = picture && file ? { ...picture, file } : undefined;
    }
    return this.#picture;
  }
  get mentions(): string[] {
    return (this.#mentions ??= this.#entry.data.references.map((reference) => reference.path));
  }
  get keywords(): string[] {
    const { keywords } = this.#entry.listing ?? this.#entry.data;
    return keywords ? keywords.split(' ') : [];
  }
  get added(): Article['added'] {
    const added = Object.entries(this.#filed).filter(([name]) => !isCommonField(name));
    return added.length > 0 ? Object.fromEntries(added) : undefined;
  }

  /** The stories beside it that can be shown there. */
  get related(): Article['related'] {
    if (!this.#related) return [];
    return (this.#related.groups ??= relatedGroups(this.#filed.related, this.#related.others));
  }
  /** Says which others there are, in the edition that it stands in now. */
  standAmong(others: Others): void {
    this.#related = { others };
  }
}

function relatedGroups(filed: Data['filed']['related'], { articles, elsewhere }: Others): Article['related'] {
  return filed
    .map(({ heading, stories }) => ({
      heading,
      stories: stories.flatMap((story): Article['related'][number]['stories'] => {
        if ('elsewhere' in story) {
          const other = elsewhere.get(story.elsewhere);
          return other ? [{ elsewhere: other, note: story.note }] : [];
        }
        const other = articles.get(story.article);
        return other && isShown(other) ? [{ article: other, note: story.note }] : [];
      }),
    }))
    .filter(({ stories }) => stories.length > 0);
}

function headingOf(headings: ReadonlyMap<string, Heading>, id: string): Heading {
  return headings.get(id) ?? { id, name: id };
}

// The stamp says when a file was read, not what it shows.
export function pictureOf({ path, width, height, format, hash, transparent, still }: PictureFile): PictureFile {
  return { path, width, height, format, hash, transparent, still };
}
