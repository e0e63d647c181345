import {
  anyObject,
  anyOf,
  closed,
  described,
  flag,
  listOf,
  named,
  nullable,
  oneOf,
  text,
  whole,
} from '../../wire/index.js'
import { Attendees } from './attendees.js'
import { StampText } from './stamp.js'

const Text = text({ min: 0 })

/** A record of the list. */
export const EventRow = named(
  'CalendarEventRecord',
  closed(
    {
      user_guid: described(Text, { description: 'Whose calendar it is in.' }),
      updated_at: StampText,
      title: Text,
      tenant_id: anyOf([whole(0), Text], 'must be a number or a text'),
      status: described(
        oneOf(
          ['confirmed', 'confirmed'],
          ['tentative', 'tentative'],
          ['cancelled', 'cancelled'],
          ['', ''],
        ),
        {
          description: 'Empty for an event imported from elsewhere than Google.',
        },
      ),
      start_time: described(StampText, { description: 'Inclusive.' }),
      recurring: described(flag, { description: 'Of a series, and of its occurrences.' }),
      provider: described(nullable(Text), { description: 'Null for an event made here.' }),
      organizer: described(nullable(Text), { description: 'An email address.' }),
      location: nullable(Text),
      last_occurrence_at: described(nullable(StampText), {
        description: 'When the last occurrence of the series starts; null without an end.',
      }),
      id: described(Text, { description: "The provider's, where the event was imported." }),
      i_cal_uid: nullable(Text),
      html_link: nullable(Text),
      extended_properties: anyObject,
      end_time: described(StampText, { description: 'Exclusive.' }),
      description: nullable(Text),
      creator: described(nullable(Text), { description: 'An email address.' }),
      created_at: StampText,
      conference_data: described(anyObject, { description: '`url` where a call is known.' }),
      canceled_at: nullable(StampText),
      calendar_id: Text,
      busy: flag,
      body_html: described(nullable(Text), { description: 'Of events imported from Microsoft.' }),
      attendees: Attendees,
      all_day: flag,
    },
    {
      recurring_interval: described(
        oneOf(
          ['Daily', 'Daily'],
          ['Weekly', 'Weekly'],
          ['Monthly', 'Monthly'],
          ['Yearly', 'Yearly'],
        ),
        { description: 'Only of a series.' },
      ),
      recurrence: described(listOf(Text), {
        description: 'Lines of iCalendar. Only of a series.',
      }),
    },
  ),
)
