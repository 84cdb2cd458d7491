/** Lead articles of the two papers that browser tests read, by their permalinks. */
export const editionLead = '/2019/03/01/trump-kim-talks-break-down-after-dispute-over-sanctions/';
export const fixtureLead = '/2025/05/06/ferries-return-to-the-inner-harbour/';
