import * as E from 'fp-ts/lib/Either.js'
import { commandOf } from './command-of.js'
import type { ImportContext } from './import-context.js'
import type { Imported, Refused, RefusedReason } from './imported.js'
import { latestSketches } from './latest-sketches.js'
import type { Change, Item, Sketch } from './sketch.js'

/** Brings occurrences to their series, and makes commands of what belongs together. Nothing is left out unsaid. */
export const mapItems = (items: readonly Item[], context: ImportContext): Imported => {
  const { latest, superseded } = latestSketches(items)
  const changes = changesBySeries(items)
  return allOf([
    {
      commands: [],
      refused: items.flatMap((item) => (item.type === 'Refused' ? [item.refused] : [])),
    },
    { commands: [], refused: superseded },
    ...[...latest].map(([id, sketch]) => mapped(sketch, changes.get(id) ?? [], context)),
    ...items.map((item) =>
      isOrphan(item, latest) ? onItsOwn(item.change, context) : { commands: [], refused: [] },
    ),
  ])
}

const allOf = (parts: readonly Imported[]): Imported => ({
  commands: parts.flatMap(({ commands }) => commands),
  refused: parts.flatMap(({ refused }) => refused),
})

const mapped = (sketch: Sketch, changes: readonly Change[], context: ImportContext): Imported => {
  const made = commandOf(sketch, changes, context)
  if (E.isRight(made)) return { commands: [made.right.command], refused: made.right.refused }
  return {
    commands: [],
    refused: [
      { id: sketch.source.providerId, ...made.left },
      ...changes.map(({ id }) => refusedWhole(id, 'SeriesRefused')),
    ],
  }
}

type ItemOfSeries = Extract<Item, { readonly seriesId: string }>

const isOrphan = (item: Item, series: ReadonlyMap<string, Sketch>): item is ItemOfSeries =>
  'seriesId' in item && !series.has(item.seriesId)

const onItsOwn = ({ id, fields, source }: Change, context: ImportContext): Imported => {
  if (context.instances !== 'OnTheirOwn') {
    return { commands: [], refused: [refusedWhole(id, 'SeriesMissing')] }
  }
  if (fields === null) return { commands: [], refused: [refusedWhole(id, 'Deleted')] }
  return mapped({ ...fields, source, repeats: null }, [], context)
}

const changesBySeries = (items: readonly Item[]): ReadonlyMap<string, readonly Change[]> => {
  const found = new Map<string, Change[]>()
  for (const item of items) {
    if (item.type !== 'Change') continue
    const changes = found.get(item.seriesId)
    if (changes === undefined) found.set(item.seriesId, [item.change])
    else changes.push(item.change)
  }
  return found
}

const refusedWhole = (id: string, reason: RefusedReason): Refused => ({ id, reason, field: null })
