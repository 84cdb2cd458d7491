import { broadsheetCollections } from './press/collections.ts';

export const collections = broadsheetCollections();
