import { AnswerShares } from '../components/answer-shares.tsx';
import { CountryFacts } from '../components/country-facts.tsx';
import { CountryRecords } from '../components/country-records.tsx';
import { CountryUnknown } from '../components/country-unknown.tsx';
import { Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { PlaceCounts, useRoom } from '../components/place-counts.tsx';
import { PlaceCoverage } from '../components/place-coverage.tsx';
import { PlaceUnknowns } from '../components/place-unknowns.tsx';
import { columnName } from '../components/variable-text.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { countryName } from '../geography/country-name.ts';
import { type CountryPlace, workAt } from '../model/country-places.ts';
import { regionName } from '../model/figure-names.ts';
import { type Answer, answersTo } from '../model/table-answers.ts';
import { pocketPath } from '../pocket/pocket-path.ts';

/** Questions a country's records may be asked, where a table with the country is published. */
const asked = ['purpose_summary', 'sex_or_gender', 'majority_at_registration', 'trafficking_scope', 'means_of_control'];

/** A country's profile: what can be said, its records by year, what is not known, who worked there. */
export function countryPage(page: Page, country: CountryPlace): Room {
  const name = countryName(country.iso3, page.words.language, page.site);
  return {
    title: page.words.text('country.title', { name }),
    description: page.words.text('country.description', { name }),
    styles: ['places', 'topics', 'records'],
    body: <CountryPage country={country} name={name} />,
  };
}

function CountryPage({ country, name }: CountryProps) {
  const page = usePage();
  const { words, view } = page;
  return (
    <>
      <Opening
        kicker={
          <>
            <a href={page.to('places/')}>{words.text('nav.places')}</a>
            {country.region !== null && (
              <>
                {' '}
                ·{' '}
                <a href={page.to(`places/${country.region}/`)}>
                  {regionName(country.region, view.bundle.manifest.grouping, words.language)}
                </a>
              </>
            )}
          </>
        }
        title={words.text('country.title', { name })}
      >
        <CountrySaid country={country} name={name} />
        <CountryFacts country={country} />
      </Opening>
      <CountryParts country={country} name={name} />
      <PlaceCounts name={name} />
      <Wide id="onward" title={words.text('topics.onward')}>
        <Onward country={country} name={name} />
        <p class="note">{words.text('places.names')}</p>
      </Wide>
    </>
  );
}

interface CountryProps {
  readonly country: CountryPlace;
  readonly name: string;
}

interface Asked {
  readonly of: string;
  readonly layer: CountryPlace['layers'][number]['layer'];
  readonly answers: readonly Answer[];
}

// A page asks in two places, the pocket edition in two more.
const askedOf = new WeakMap<CountryPlace, readonly Asked[]>();

function questionsOf({ view }: Page, country: CountryPlace): readonly Asked[] {
  const known = askedOf.get(country);
  if (known) return known;
  const found = country.layers.flatMap(({ layer }) =>
    asked.flatMap((of) => {
      const among = { variable: layer.variable, codes: [country.iso3] };
      const answers = answersTo(view, { of, among }, view.newest);
      return answers.length === 0 ? [] : [{ of, layer, answers }];
    }),
  );
  askedOf.set(country, found);
  return found;
}

/** All that the release tells of a country, on its page and in its pocket edition: records, answers, what is unknown, who worked there. */
export function CountryParts({ country, name }: CountryProps) {
  const page = usePage();
  const { words, view } = page;
  const { newest } = view;
  const roleOf = (question: string) => words.text(`country.role.${question}`, { name });
  const questions = questionsOf(page, country);
  return (
    <>
      <Wide id="records" title={words.text('country.records')}>
        <CountryRecords country={country} name={name} />
      </Wide>
      {questions.length > 0 && (
        <Wide id="answers" title={words.text('country.answers', { period: newest })}>
          {questions.map(({ of, layer, answers }) => (
            <AnswerShares
              key={`${of} ${layer.key}`}
              id={`${layer.key}-${of.replaceAll('_', '-')}`}
              title={words.text('country.answer', {
                question: columnName(page, of),
                role: roleOf(layer.question),
                period: newest,
              })}
              answers={answers}
              period={newest}
            />
          ))}
        </Wide>
      )}
      <Wide id="unknown" title={words.text('place.unknown')}>
        <CountryUnknown country={country} />
        <PlaceUnknowns
          name={name}
          at={country.layers.map(({ layer }) => ({
            variable: layer.variable,
            code: country.iso3,
            kind: layer.question,
            role: roleOf(layer.question),
          }))}
        />
      </Wide>
      <Wide id="coverage" title={words.text('place.coverage')}>
        <p class="intro">{words.text('place.coverage.text')}</p>
        <PlaceCoverage name={name} countries={[country.iso3]} />
      </Wide>
    </>
  );
}

/** What can and what cannot be said of a country. */
export function CountrySaid({ country, name }: CountryProps) {
  const page = usePage();
  const { words, view } = page;
  const isTold = questionsOf(page, country).length > 0;
  const isWorked = workAt(view, [country.iso3]).some(({ years }) => (years.at(-1)?.countries.length ?? 0) > 0);
  return (
    <div class="pair even said">
      <div>
        <h2>{words.text('place.can')}</h2>
        <ul>
          <li>{words.text('country.can.1', { name })}</li>
          <li>{words.text('country.can.2')}</li>
        </ul>
      </div>
      <div>
        <h2>{words.text('place.cannot')}</h2>
        <ul>
          <li>{words.text('place.cannot.1')}</li>
          <li>{words.text('place.cannot.2')}</li>
          {!isWorked && (
            <li>
              <Mark absence="no_contributor" /> {words.text('country.cannot.nobody', { period: view.newest })}
            </li>
          )}
          {!isTold && <li>{words.text('country.cannot.3')}</li>}
        </ul>
      </div>
    </div>
  );
}

function Onward({ country, name }: CountryProps) {
  const page = usePage();
  const { words, view } = page;
  const routes = useRoom('map/routes/');
  const [first] = country.layers;
  return (
    <ul class="chips">
      {country.region !== null && (
        <li>
          <a href={page.to(`places/${country.region}/`)}>
            {words.text('country.region', {
              name: regionName(country.region, view.bundle.manifest.grouping, words.language),
            })}
          </a>
        </li>
      )}
      {first && (
        <li>
          <a href={page.to(`map/${first.layer.key}/${view.newest}/`)}>{words.text('country.map')}</a>
        </li>
      )}
      {routes && (
        <li>
          <a href={page.to('map/routes/')}>{words.text('country.routes')}</a>
        </li>
      )}
      <li>
        <a href={page.to('topics/')}>{words.text('topics.title')}</a>
      </li>
      <li>
        <a href={page.file(pocketPath(words.language, country.iso3))} download>
          {words.text('pocket.get', { name })}
        </a>
      </li>
    </ul>
  );
}
