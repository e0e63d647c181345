import { resetPolicies } from '@kalends/core'
import { policyLaws } from '../src/index.js'
import { suite } from './suite.js'

const { rfc6638, ...others } = resetPolicies

suite(policyLaws, { rfc6638, ...others }, 60)
