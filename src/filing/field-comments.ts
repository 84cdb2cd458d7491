import { article } from '../schema/article.ts';

/** What a field of an article is for, as errors tell it, without the examples that only they can give. */
export function commentOn(name: string): string {
  if (name === 'id') return 'A name for good, never to be changed.';
  if (name === 'published') return 'When it was first published, with the offset from UTC. Change it when it is.';
  if (name === 'status') return '`draft`, `published`, or `{ embargoedUntil: … }` with a time as above.';
  const { description = '' } = article.shape[name as keyof typeof article.shape];
  return description.replace(/:? (as a list: |a list of [^:]*: )?`[^`]*⟨[^]*$/, '.').replace(/\.\.$/, '.');
}
