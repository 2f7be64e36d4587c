/** The present of the tests: Friday, 20 November 2026, 15:30 UTC, half an hour after the builders' order. */
export const TEST_NOW = new Date("2026-11-20T15:30:00Z");
