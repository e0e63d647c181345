/** A record while it is made: its properties may be set, its lists added to. */
export type Draft<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Member)[] ? Member[] : T[Key]
}
