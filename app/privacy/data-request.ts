/** A customer's request for their data that the merchant can answer with a file. */
export type DataRequest = {
  id: string;
  /** The platform's id of the request. */
  requestId: string;
  receivedAt: Date;
};
