/** What imported events need: where they come from beside the summary, what the provider sent beside the detail. */
export const imports: readonly string[] = [
  // Where the fold of the log puts the new fields. In a JSON text the first can only be that key, and the second
  // stands at the end.
  `update kalends_event set
      summary = replace(summary, '"revision":', '"source":null,"revision":'),
      detail = substr(detail, 1, length(detail) - 1) || ',"raw":null}'`,
]
