import * as fc from 'fast-check'
import { history } from '../arbitraries/index.js'
import type { OpenStore } from '../laws/index.js'
import { storeCommand } from './store-command.js'
import { newStoreModel } from './store-model.js'

/**
 * Whatever is done to a store, one thing after the other, and whatever goes wrong meanwhile: it answers as a few plain
 * maps do. A store that can be reopened is, now and then.
 */
export const agreesWithTheModel = (open: OpenStore) =>
  fc.asyncProperty(
    history({ minLength: 5, maxLength: 25 })
      .filter(({ steps }) => steps.length > 0)
      .chain(({ steps }) =>
        fc.commands([...storeCommand(steps)], { maxCommands: 60, size: 'max' }),
      ),
    async (commands) => {
      let opened = await open()
      const reopen = async () => {
        opened = (await opened.reopen?.()) ?? opened
      }
      const real = { current: () => opened, reopen }
      try {
        await fc.asyncModelRun(() => ({ model: newStoreModel(), real }), commands)
      } finally {
        await opened.close()
      }
    },
  )
