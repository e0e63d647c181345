import { byDefinition, mergePatchLaws } from '../src/index.js'
import { suite } from './suite.js'

suite(mergePatchLaws, { 'the model': byDefinition })
