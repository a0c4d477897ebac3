export const reportFormats = ['docx', 'xlsx', 'pdf', 'csv', 'md', 'json'] as const;
/** The files in which the table can be had; their ending is their name. */
export type ReportFormat = (typeof reportFormats)[number];
