/** Where in the caller's series a refusal points: row 1 is the oldest. */
export interface Place {
  series?: string | null;
  row?: number | null;
}

/** A refusal of the gateway: RFC 9457 problem details with a stable code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly place: Place = {},
  ) {
    super(detail);
  }
}
