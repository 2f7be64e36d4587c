/** What is known of the webhooks of one topic. */
export type TopicBeat = {
  topic: string;
  /** `null` where none came while receipts are kept. */
  lastAt: Date | null;
  /** In the last 24 hours. */
  today: number;
  /** In 24 hours on average over the seven days before. */
  usual: number;
};
