/** A picture on a page of its own behind the table; only the PDF holds pictures. */
export interface ReportPicture {
  readonly png: Uint8Array;
  /** What it shows, in words. */
  readonly alt: string;
}
