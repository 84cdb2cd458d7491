import { describe, expect, test } from 'vitest';
import { adviceFor, statusFor } from '../../../src/schema/other-names.ts';

const known = ['headline', 'standfirst', 'kind', 'picture', 'published', 'status', 'contributors', 'title', 'name'];
const advice = (name: string, value: unknown = 'words', filled: string[] = []) =>
  adviceFor(name, { value, known, filled });

describe('The field that another system’s stands for', () => {
  test.each([
    ['heading', 'headline'],
    ['post_title', 'headline'],
    ['og:title', 'headline'],
    ['Titre', 'headline'],
    ['見出し', 'headline'],
    ['sub-title', 'standfirst'],
    ['yoast_metadescription', 'standfirst'],
    ['postDate', 'published'],
    ['post_date_gmt', 'published'],
    ['wp_author', 'contributors'],
    ['featured_image', 'picture'],
    ['imageAlt', 'picture'],
    ['cover-caption', 'picture'],
    ['hero_image_credit', 'picture'],
    ['thumbnails_url', 'picture'],
    ['ＨＥＡＤＬＩＮＥ', 'headline'],
    ['content-type', 'kind'],
  ])('is, for "%s", "%s"', (name, field) => expect(advice(name)).toEqual({ field }));

  test('is the first that is not filled in, and the first of all where each is', () => {
    expect(advice('title', 'x', ['headline'])).toEqual({ field: 'title' });
    expect(advice('heading', 'x', ['headline'])).toEqual({ field: 'title' });
    expect(advice('heading', 'x', ['headline', 'title'])).toEqual({ field: 'name' });
    expect(advice('heading', 'x', ['headline', 'title', 'name'])).toEqual({ field: 'headline' });
  });

  test('is none where there is no such field in that place', () => {
    expect(adviceFor('subtitle', { value: 'x', known: ['headline'], filled: [] })).toBeUndefined();
    expect(advice('imagealtitude')).toBeUndefined();
    expect(advice('unheadline')).toBeUndefined();
  });
});

describe('What has no field here', () => {
  test.each([
    ['layout', 'post', 'Delete the line: everything of one kind is laid out alike.'],
    ['slug', 'a-b', 'Delete the line: the place of the file is its address.'],
    [
      'featured',
      true,
      'Delete the line: the order is kept elsewhere, of stories in content/fronts/, of sections and pages in content/publication.yaml.',
    ],
    [
      'weight',
      10,
      'Delete the line: the order is kept elsewhere, of stories in content/fronts/, of sections and pages in content/publication.yaml.',
    ],
    ['reading_time', 4, 'Delete the line: it is made of the text.'],
    ['content', 'x', 'Write the text below the front matter, and delete the line.'],
    ['comments', false, 'Delete the line: nothing here goes by it.'],
  ])('has a remedy of its own: "%s: %s"', (name, value, remedy) => expect(advice(name, value)).toEqual({ remedy }));

  test.each(['post', 'posts', 'page', 'pages', 'article', 'articles', 'story', 'entry', 'blogPost', 'Posts'])(
    'is a type that the folder says: %s',
    (value) => {
      const remedy = 'Delete the line: the folder that the file is in says it.';
      expect([advice('type', value), advice('post_type', value)]).toEqual([{ remedy }, { remedy }]);
    },
  );

  test.each(['analysis', 'an entry', 'entry-level', 'blog'])('is no type that says more: %s', (value) =>
    expect(advice('type', value)).toEqual({ field: 'kind' }),
  );
});

describe('A switch of another system', () => {
  test.each([
    ['draft', true, 'draft'],
    ['draft', false, 'published'],
    ['isDraft', 'yes', 'draft'],
    ['unpublished', 1, 'draft'],
    ['hidden', 'no', 'published'],
    ['private', 'TRUE', 'draft'],
    ['unlisted', 'off', 'published'],
    ['publish', true, 'published'],
    ['is_published', false, 'draft'],
    ['public', 'on', 'published'],
    ['visible', 0, 'draft'],
    ['live', 1, 'published'],
    ['draft', 'soon', undefined],
    ['draft', 'not yes', undefined],
    ['draft', 'yesterday', undefined],
    ['draft', 'nobody', undefined],
    ['draft', 'lift-off', undefined],
    ['draft', 'offshore', undefined],
    ['draft', '10', undefined],
    ['draft', '00', undefined],
    ['draft', 'untrue', undefined],
    ['draft', 'onward', undefined],
    ['draft', '', undefined],
    ['drafty', true, undefined],
    ['undrafted', true, undefined],
    ['republished', true, undefined],
    ['headline', true, undefined],
  ])('"%s: %s" says that the status is %s', (name, value, status) => {
    expect(statusFor(name, value)).toBe(status);
    expect(advice(name, value)).toEqual(status ? { status } : advice(name, value));
  });

  test('says nothing where there is no status', () =>
    expect(adviceFor('draft', { value: true, known: ['headline'], filled: [] })).toBeUndefined());
});
