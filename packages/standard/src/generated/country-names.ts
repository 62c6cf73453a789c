// Generated from data/*.csv by scripts/generate.mjs. Edit the CSV, then run it again.
import type { CountryName } from '../types.ts';

export const countryNameTable: readonly CountryName[] = [
 {
  "name": "United Kingdom",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Great Britain",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Britain",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "England",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Scotland",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Wales",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Northern Ireland",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "UK",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "U.K.",
  "language": "en",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "United States",
  "language": "en",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "United States of America",
  "language": "en",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "US",
  "language": "en",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "U.S.",
  "language": "en",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "U.S.A.",
  "language": "en",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "America",
  "language": "en",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "Turkey",
  "language": "en",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "Türkiye",
  "language": "en",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "Turkiye",
  "language": "en",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "Burma",
  "language": "en",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Myanmar",
  "language": "en",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Myanmar (Burma)",
  "language": "en",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Swaziland",
  "language": "en",
  "iso3": "SWZ",
  "kind": "name"
 },
 {
  "name": "Eswatini",
  "language": "en",
  "iso3": "SWZ",
  "kind": "name"
 },
 {
  "name": "Macedonia",
  "language": "en",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "North Macedonia",
  "language": "en",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "FYROM",
  "language": "en",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "FYR Macedonia",
  "language": "en",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "The former Yugoslav Republic of Macedonia",
  "language": "en",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "Congo-Kinshasa",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Congo Kinshasa",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "DRC",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "DR Congo",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "D.R. Congo",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Democratic Republic of Congo",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Democratic Republic of the Congo",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Congo (Democratic Republic of the)",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Zaire",
  "language": "en",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Congo-Brazzaville",
  "language": "en",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Congo Brazzaville",
  "language": "en",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Republic of the Congo",
  "language": "en",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Congo",
  "language": "en",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Congo (Republic of the)",
  "language": "en",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Ivory Coast",
  "language": "en",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "Cote d'Ivoire",
  "language": "en",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "Côte d'Ivoire",
  "language": "en",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "Czech Republic",
  "language": "en",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "Czechia",
  "language": "en",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "Moldova",
  "language": "en",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Republic of Moldova",
  "language": "en",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Moldova, Republic of",
  "language": "en",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Russia",
  "language": "en",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "Russian Federation",
  "language": "en",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "Vietnam",
  "language": "en",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Viet Nam",
  "language": "en",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Laos",
  "language": "en",
  "iso3": "LAO",
  "kind": "name"
 },
 {
  "name": "Lao PDR",
  "language": "en",
  "iso3": "LAO",
  "kind": "name"
 },
 {
  "name": "Lao People's Democratic Republic",
  "language": "en",
  "iso3": "LAO",
  "kind": "name"
 },
 {
  "name": "South Korea",
  "language": "en",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "Republic of Korea",
  "language": "en",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "Korea, Republic of",
  "language": "en",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "Korea (South)",
  "language": "en",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "North Korea",
  "language": "en",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "DPRK",
  "language": "en",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "Korea (North)",
  "language": "en",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "Democratic People's Republic of Korea",
  "language": "en",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "Syria",
  "language": "en",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "Syrian Arab Republic",
  "language": "en",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "Iran",
  "language": "en",
  "iso3": "IRN",
  "kind": "name"
 },
 {
  "name": "Islamic Republic of Iran",
  "language": "en",
  "iso3": "IRN",
  "kind": "name"
 },
 {
  "name": "Iran (Islamic Republic of)",
  "language": "en",
  "iso3": "IRN",
  "kind": "name"
 },
 {
  "name": "Tanzania",
  "language": "en",
  "iso3": "TZA",
  "kind": "name"
 },
 {
  "name": "United Republic of Tanzania",
  "language": "en",
  "iso3": "TZA",
  "kind": "name"
 },
 {
  "name": "Bolivia",
  "language": "en",
  "iso3": "BOL",
  "kind": "name"
 },
 {
  "name": "Plurinational State of Bolivia",
  "language": "en",
  "iso3": "BOL",
  "kind": "name"
 },
 {
  "name": "Bolivia (Plurinational State of)",
  "language": "en",
  "iso3": "BOL",
  "kind": "name"
 },
 {
  "name": "Venezuela",
  "language": "en",
  "iso3": "VEN",
  "kind": "name"
 },
 {
  "name": "Bolivarian Republic of Venezuela",
  "language": "en",
  "iso3": "VEN",
  "kind": "name"
 },
 {
  "name": "Venezuela (Bolivarian Republic of)",
  "language": "en",
  "iso3": "VEN",
  "kind": "name"
 },
 {
  "name": "Brunei",
  "language": "en",
  "iso3": "BRN",
  "kind": "name"
 },
 {
  "name": "Brunei Darussalam",
  "language": "en",
  "iso3": "BRN",
  "kind": "name"
 },
 {
  "name": "Cape Verde",
  "language": "en",
  "iso3": "CPV",
  "kind": "name"
 },
 {
  "name": "Cabo Verde",
  "language": "en",
  "iso3": "CPV",
  "kind": "name"
 },
 {
  "name": "East Timor",
  "language": "en",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Timor-Leste",
  "language": "en",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Timor Leste",
  "language": "en",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Palestine",
  "language": "en",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "State of Palestine",
  "language": "en",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "Occupied Palestinian Territory",
  "language": "en",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "West Bank",
  "language": "en",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "Gaza",
  "language": "en",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "Hong Kong",
  "language": "en",
  "iso3": "HKG",
  "kind": "name"
 },
 {
  "name": "Hong Kong SAR",
  "language": "en",
  "iso3": "HKG",
  "kind": "name"
 },
 {
  "name": "Macau",
  "language": "en",
  "iso3": "MAC",
  "kind": "name"
 },
 {
  "name": "Macao",
  "language": "en",
  "iso3": "MAC",
  "kind": "name"
 },
 {
  "name": "Macao SAR",
  "language": "en",
  "iso3": "MAC",
  "kind": "name"
 },
 {
  "name": "Taiwan",
  "language": "en",
  "iso3": "TWN",
  "kind": "name"
 },
 {
  "name": "Taiwan, Province of China",
  "language": "en",
  "iso3": "TWN",
  "kind": "name"
 },
 {
  "name": "China",
  "language": "en",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "People's Republic of China",
  "language": "en",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "PRC",
  "language": "en",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Mainland China",
  "language": "en",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Tibet",
  "language": "en",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Serbia",
  "language": "en",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "Kosovo",
  "language": "en",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "Holland",
  "language": "en",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "The Netherlands",
  "language": "en",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "Netherlands",
  "language": "en",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "UAE",
  "language": "en",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "U.A.E.",
  "language": "en",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "Emirates",
  "language": "en",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "United Arab Emirates",
  "language": "en",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "KSA",
  "language": "en",
  "iso3": "SAU",
  "kind": "name"
 },
 {
  "name": "Saudi Arabia",
  "language": "en",
  "iso3": "SAU",
  "kind": "name"
 },
 {
  "name": "The Gambia",
  "language": "en",
  "iso3": "GMB",
  "kind": "name"
 },
 {
  "name": "Gambia",
  "language": "en",
  "iso3": "GMB",
  "kind": "name"
 },
 {
  "name": "The Bahamas",
  "language": "en",
  "iso3": "BHS",
  "kind": "name"
 },
 {
  "name": "Bahamas",
  "language": "en",
  "iso3": "BHS",
  "kind": "name"
 },
 {
  "name": "Bosnia",
  "language": "en",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "Bosnia & Herzegovina",
  "language": "en",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "Bosnia and Herzegovina",
  "language": "en",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "Guinea-Bissau",
  "language": "en",
  "iso3": "GNB",
  "kind": "name"
 },
 {
  "name": "Guinea Bissau",
  "language": "en",
  "iso3": "GNB",
  "kind": "name"
 },
 {
  "name": "Sao Tome",
  "language": "en",
  "iso3": "STP",
  "kind": "name"
 },
 {
  "name": "Sao Tome & Principe",
  "language": "en",
  "iso3": "STP",
  "kind": "name"
 },
 {
  "name": "São Tomé and Príncipe",
  "language": "en",
  "iso3": "STP",
  "kind": "name"
 },
 {
  "name": "Trinidad",
  "language": "en",
  "iso3": "TTO",
  "kind": "name"
 },
 {
  "name": "Trinidad & Tobago",
  "language": "en",
  "iso3": "TTO",
  "kind": "name"
 },
 {
  "name": "Vatican",
  "language": "en",
  "iso3": "VAT",
  "kind": "name"
 },
 {
  "name": "Holy See",
  "language": "en",
  "iso3": "VAT",
  "kind": "name"
 },
 {
  "name": "Vatican City",
  "language": "en",
  "iso3": "VAT",
  "kind": "name"
 },
 {
  "name": "Micronesia",
  "language": "en",
  "iso3": "FSM",
  "kind": "name"
 },
 {
  "name": "Federated States of Micronesia",
  "language": "en",
  "iso3": "FSM",
  "kind": "name"
 },
 {
  "name": "South Sudan",
  "language": "en",
  "iso3": "SSD",
  "kind": "name"
 },
 {
  "name": "CAR",
  "language": "en",
  "iso3": "CAF",
  "kind": "name"
 },
 {
  "name": "Central African Republic",
  "language": "en",
  "iso3": "CAF",
  "kind": "name"
 },
 {
  "name": "Dominican Rep.",
  "language": "en",
  "iso3": "DOM",
  "kind": "name"
 },
 {
  "name": "Dominican Republic",
  "language": "en",
  "iso3": "DOM",
  "kind": "name"
 },
 {
  "name": "Kyrgyzstan",
  "language": "en",
  "iso3": "KGZ",
  "kind": "name"
 },
 {
  "name": "Kyrgyz Republic",
  "language": "en",
  "iso3": "KGZ",
  "kind": "name"
 },
 {
  "name": "Slovakia",
  "language": "en",
  "iso3": "SVK",
  "kind": "name"
 },
 {
  "name": "Slovak Republic",
  "language": "en",
  "iso3": "SVK",
  "kind": "name"
 },
 {
  "name": "Sri Lanka",
  "language": "en",
  "iso3": "LKA",
  "kind": "name"
 },
 {
  "name": "Ceylon",
  "language": "en",
  "iso3": "LKA",
  "kind": "name"
 },
 {
  "name": "Papua New Guinea",
  "language": "en",
  "iso3": "PNG",
  "kind": "name"
 },
 {
  "name": "PNG",
  "language": "en",
  "iso3": "PNG",
  "kind": "name"
 },
 {
  "name": "Royaume-Uni",
  "language": "fr",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Grande-Bretagne",
  "language": "fr",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Angleterre",
  "language": "fr",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Écosse",
  "language": "fr",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Pays de Galles",
  "language": "fr",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "R.-U.",
  "language": "fr",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "États-Unis",
  "language": "fr",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "États-Unis d'Amérique",
  "language": "fr",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "Etats Unis",
  "language": "fr",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "É.-U.",
  "language": "fr",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "Turquie",
  "language": "fr",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "Türkiye",
  "language": "fr",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "Birmanie",
  "language": "fr",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Myanmar",
  "language": "fr",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Swaziland",
  "language": "fr",
  "iso3": "SWZ",
  "kind": "name"
 },
 {
  "name": "Eswatini",
  "language": "fr",
  "iso3": "SWZ",
  "kind": "name"
 },
 {
  "name": "Macédoine",
  "language": "fr",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "Macédoine du Nord",
  "language": "fr",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "Congo-Kinshasa",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "RDC",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "R.D.C.",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "RD Congo",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "République démocratique du Congo",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Congo (RDC)",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Zaïre",
  "language": "fr",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Congo-Brazzaville",
  "language": "fr",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Congo",
  "language": "fr",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "République du Congo",
  "language": "fr",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Côte d'Ivoire",
  "language": "fr",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "Cote d'Ivoire",
  "language": "fr",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "RCI",
  "language": "fr",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "République tchèque",
  "language": "fr",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "Tchéquie",
  "language": "fr",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "Moldavie",
  "language": "fr",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Moldova",
  "language": "fr",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "République de Moldavie",
  "language": "fr",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Russie",
  "language": "fr",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "Fédération de Russie",
  "language": "fr",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "Vietnam",
  "language": "fr",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Viêt Nam",
  "language": "fr",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Viet-Nam",
  "language": "fr",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Laos",
  "language": "fr",
  "iso3": "LAO",
  "kind": "name"
 },
 {
  "name": "Corée du Sud",
  "language": "fr",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "République de Corée",
  "language": "fr",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "Corée du Nord",
  "language": "fr",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "Syrie",
  "language": "fr",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "Iran",
  "language": "fr",
  "iso3": "IRN",
  "kind": "name"
 },
 {
  "name": "Tanzanie",
  "language": "fr",
  "iso3": "TZA",
  "kind": "name"
 },
 {
  "name": "Bolivie",
  "language": "fr",
  "iso3": "BOL",
  "kind": "name"
 },
 {
  "name": "Venezuela",
  "language": "fr",
  "iso3": "VEN",
  "kind": "name"
 },
 {
  "name": "Brunei",
  "language": "fr",
  "iso3": "BRN",
  "kind": "name"
 },
 {
  "name": "Cap-Vert",
  "language": "fr",
  "iso3": "CPV",
  "kind": "name"
 },
 {
  "name": "Cabo Verde",
  "language": "fr",
  "iso3": "CPV",
  "kind": "name"
 },
 {
  "name": "Timor oriental",
  "language": "fr",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Timor-Leste",
  "language": "fr",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Palestine",
  "language": "fr",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "Territoires palestiniens",
  "language": "fr",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "Hong Kong",
  "language": "fr",
  "iso3": "HKG",
  "kind": "name"
 },
 {
  "name": "Taïwan",
  "language": "fr",
  "iso3": "TWN",
  "kind": "name"
 },
 {
  "name": "Chine",
  "language": "fr",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Tibet",
  "language": "fr",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Serbie",
  "language": "fr",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "Kosovo",
  "language": "fr",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "Pays-Bas",
  "language": "fr",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "Hollande",
  "language": "fr",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "Émirats",
  "language": "fr",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "EAU",
  "language": "fr",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "Émirats arabes unis",
  "language": "fr",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "Bosnie",
  "language": "fr",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "Bosnie-Herzégovine",
  "language": "fr",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "Guinée-Bissau",
  "language": "fr",
  "iso3": "GNB",
  "kind": "name"
 },
 {
  "name": "Guinée",
  "language": "fr",
  "iso3": "GIN",
  "kind": "name"
 },
 {
  "name": "Guinée-Conakry",
  "language": "fr",
  "iso3": "GIN",
  "kind": "name"
 },
 {
  "name": "Guinée Conakry",
  "language": "fr",
  "iso3": "GIN",
  "kind": "name"
 },
 {
  "name": "Guinée équatoriale",
  "language": "fr",
  "iso3": "GNQ",
  "kind": "name"
 },
 {
  "name": "Centrafrique",
  "language": "fr",
  "iso3": "CAF",
  "kind": "name"
 },
 {
  "name": "RCA",
  "language": "fr",
  "iso3": "CAF",
  "kind": "name"
 },
 {
  "name": "République centrafricaine",
  "language": "fr",
  "iso3": "CAF",
  "kind": "name"
 },
 {
  "name": "République dominicaine",
  "language": "fr",
  "iso3": "DOM",
  "kind": "name"
 },
 {
  "name": "Rép. dominicaine",
  "language": "fr",
  "iso3": "DOM",
  "kind": "name"
 },
 {
  "name": "Kirghizistan",
  "language": "fr",
  "iso3": "KGZ",
  "kind": "name"
 },
 {
  "name": "Kirghizstan",
  "language": "fr",
  "iso3": "KGZ",
  "kind": "name"
 },
 {
  "name": "Biélorussie",
  "language": "fr",
  "iso3": "BLR",
  "kind": "name"
 },
 {
  "name": "Bélarus",
  "language": "fr",
  "iso3": "BLR",
  "kind": "name"
 },
 {
  "name": "Île Maurice",
  "language": "fr",
  "iso3": "MUS",
  "kind": "name"
 },
 {
  "name": "Maurice",
  "language": "fr",
  "iso3": "MUS",
  "kind": "name"
 },
 {
  "name": "Comores",
  "language": "fr",
  "iso3": "COM",
  "kind": "name"
 },
 {
  "name": "Sri Lanka",
  "language": "fr",
  "iso3": "LKA",
  "kind": "name"
 },
 {
  "name": "Ceylan",
  "language": "fr",
  "iso3": "LKA",
  "kind": "name"
 },
 {
  "name": "Reino Unido",
  "language": "es",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Gran Bretaña",
  "language": "es",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Inglaterra",
  "language": "es",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Escocia",
  "language": "es",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Gales",
  "language": "es",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "Estados Unidos",
  "language": "es",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "Estados Unidos de América",
  "language": "es",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "EE. UU.",
  "language": "es",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "EE.UU.",
  "language": "es",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "EEUU",
  "language": "es",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "EUA",
  "language": "es",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "Turquía",
  "language": "es",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "Birmania",
  "language": "es",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Myanmar",
  "language": "es",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "Suazilandia",
  "language": "es",
  "iso3": "SWZ",
  "kind": "name"
 },
 {
  "name": "Esuatini",
  "language": "es",
  "iso3": "SWZ",
  "kind": "name"
 },
 {
  "name": "Macedonia",
  "language": "es",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "Macedonia del Norte",
  "language": "es",
  "iso3": "MKD",
  "kind": "name"
 },
 {
  "name": "Congo-Kinshasa",
  "language": "es",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "República Democrática del Congo",
  "language": "es",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "RD Congo",
  "language": "es",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "RDC",
  "language": "es",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Zaire",
  "language": "es",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "Congo",
  "language": "es",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Congo-Brazzaville",
  "language": "es",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "República del Congo",
  "language": "es",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "Costa de Marfil",
  "language": "es",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "Côte d'Ivoire",
  "language": "es",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "República Checa",
  "language": "es",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "Chequia",
  "language": "es",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "Moldavia",
  "language": "es",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Moldova",
  "language": "es",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "Rusia",
  "language": "es",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "Federación de Rusia",
  "language": "es",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "Vietnam",
  "language": "es",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Viet Nam",
  "language": "es",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "Laos",
  "language": "es",
  "iso3": "LAO",
  "kind": "name"
 },
 {
  "name": "Corea del Sur",
  "language": "es",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "República de Corea",
  "language": "es",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "Corea del Norte",
  "language": "es",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "Siria",
  "language": "es",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "Irán",
  "language": "es",
  "iso3": "IRN",
  "kind": "name"
 },
 {
  "name": "Tanzania",
  "language": "es",
  "iso3": "TZA",
  "kind": "name"
 },
 {
  "name": "Tanzanía",
  "language": "es",
  "iso3": "TZA",
  "kind": "name"
 },
 {
  "name": "Bolivia",
  "language": "es",
  "iso3": "BOL",
  "kind": "name"
 },
 {
  "name": "Venezuela",
  "language": "es",
  "iso3": "VEN",
  "kind": "name"
 },
 {
  "name": "Brunéi",
  "language": "es",
  "iso3": "BRN",
  "kind": "name"
 },
 {
  "name": "Cabo Verde",
  "language": "es",
  "iso3": "CPV",
  "kind": "name"
 },
 {
  "name": "Timor Oriental",
  "language": "es",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Timor-Leste",
  "language": "es",
  "iso3": "TLS",
  "kind": "name"
 },
 {
  "name": "Palestina",
  "language": "es",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "Taiwán",
  "language": "es",
  "iso3": "TWN",
  "kind": "name"
 },
 {
  "name": "China",
  "language": "es",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Tíbet",
  "language": "es",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "Serbia",
  "language": "es",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "Kosovo",
  "language": "es",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "Países Bajos",
  "language": "es",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "Holanda",
  "language": "es",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "Emiratos",
  "language": "es",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "EAU",
  "language": "es",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "Emiratos Árabes Unidos",
  "language": "es",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "Bosnia",
  "language": "es",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "Bosnia y Herzegovina",
  "language": "es",
  "iso3": "BIH",
  "kind": "name"
 },
 {
  "name": "República Dominicana",
  "language": "es",
  "iso3": "DOM",
  "kind": "name"
 },
 {
  "name": "Rep. Dominicana",
  "language": "es",
  "iso3": "DOM",
  "kind": "name"
 },
 {
  "name": "Kirguistán",
  "language": "es",
  "iso3": "KGZ",
  "kind": "name"
 },
 {
  "name": "Bielorrusia",
  "language": "es",
  "iso3": "BLR",
  "kind": "name"
 },
 {
  "name": "Belarús",
  "language": "es",
  "iso3": "BLR",
  "kind": "name"
 },
 {
  "name": "Haití",
  "language": "es",
  "iso3": "HTI",
  "kind": "name"
 },
 {
  "name": "El Salvador",
  "language": "es",
  "iso3": "SLV",
  "kind": "name"
 },
 {
  "name": "Salvador",
  "language": "es",
  "iso3": "SLV",
  "kind": "name"
 },
 {
  "name": "المملكة المتحدة",
  "language": "ar",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "بريطانيا",
  "language": "ar",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "إنجلترا",
  "language": "ar",
  "iso3": "GBR",
  "kind": "name"
 },
 {
  "name": "الولايات المتحدة",
  "language": "ar",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "الولايات المتحدة الأمريكية",
  "language": "ar",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "أمريكا",
  "language": "ar",
  "iso3": "USA",
  "kind": "name"
 },
 {
  "name": "تركيا",
  "language": "ar",
  "iso3": "TUR",
  "kind": "name"
 },
 {
  "name": "بورما",
  "language": "ar",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "ميانمار",
  "language": "ar",
  "iso3": "MMR",
  "kind": "name"
 },
 {
  "name": "ساحل العاج",
  "language": "ar",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "كوت ديفوار",
  "language": "ar",
  "iso3": "CIV",
  "kind": "name"
 },
 {
  "name": "الكونغو الديمقراطية",
  "language": "ar",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "جمهورية الكونغو الديمقراطية",
  "language": "ar",
  "iso3": "COD",
  "kind": "name"
 },
 {
  "name": "الكونغو",
  "language": "ar",
  "iso3": "COG",
  "kind": "name"
 },
 {
  "name": "سوريا",
  "language": "ar",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "سورية",
  "language": "ar",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "الجمهورية العربية السورية",
  "language": "ar",
  "iso3": "SYR",
  "kind": "name"
 },
 {
  "name": "الإمارات",
  "language": "ar",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "الإمارات العربية المتحدة",
  "language": "ar",
  "iso3": "ARE",
  "kind": "name"
 },
 {
  "name": "السعودية",
  "language": "ar",
  "iso3": "SAU",
  "kind": "name"
 },
 {
  "name": "المملكة العربية السعودية",
  "language": "ar",
  "iso3": "SAU",
  "kind": "name"
 },
 {
  "name": "فلسطين",
  "language": "ar",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "دولة فلسطين",
  "language": "ar",
  "iso3": "PSE",
  "kind": "name"
 },
 {
  "name": "روسيا",
  "language": "ar",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "الاتحاد الروسي",
  "language": "ar",
  "iso3": "RUS",
  "kind": "name"
 },
 {
  "name": "التشيك",
  "language": "ar",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "الجمهورية التشيكية",
  "language": "ar",
  "iso3": "CZE",
  "kind": "name"
 },
 {
  "name": "مولدوفا",
  "language": "ar",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "مولدافيا",
  "language": "ar",
  "iso3": "MDA",
  "kind": "name"
 },
 {
  "name": "فيتنام",
  "language": "ar",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "فييت نام",
  "language": "ar",
  "iso3": "VNM",
  "kind": "name"
 },
 {
  "name": "كوريا الجنوبية",
  "language": "ar",
  "iso3": "KOR",
  "kind": "name"
 },
 {
  "name": "كوريا الشمالية",
  "language": "ar",
  "iso3": "PRK",
  "kind": "name"
 },
 {
  "name": "إيران",
  "language": "ar",
  "iso3": "IRN",
  "kind": "name"
 },
 {
  "name": "تنزانيا",
  "language": "ar",
  "iso3": "TZA",
  "kind": "name"
 },
 {
  "name": "هولندا",
  "language": "ar",
  "iso3": "NLD",
  "kind": "name"
 },
 {
  "name": "صربيا",
  "language": "ar",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "كوسوفو",
  "language": "ar",
  "iso3": "SRB",
  "kind": "name"
 },
 {
  "name": "الصين",
  "language": "ar",
  "iso3": "CHN",
  "kind": "name"
 },
 {
  "name": "تايوان",
  "language": "ar",
  "iso3": "TWN",
  "kind": "name"
 },
 {
  "name": "الفلبين",
  "language": "ar",
  "iso3": "PHL",
  "kind": "name"
 },
 {
  "name": "الفليبين",
  "language": "ar",
  "iso3": "PHL",
  "kind": "name"
 },
 {
  "name": "إثيوبيا",
  "language": "ar",
  "iso3": "ETH",
  "kind": "name"
 },
 {
  "name": "أثيوبيا",
  "language": "ar",
  "iso3": "ETH",
  "kind": "name"
 },
 {
  "name": "Afghan",
  "language": "en",
  "iso3": "AFG",
  "kind": "demonym"
 },
 {
  "name": "Albanian",
  "language": "en",
  "iso3": "ALB",
  "kind": "demonym"
 },
 {
  "name": "Algerian",
  "language": "en",
  "iso3": "DZA",
  "kind": "demonym"
 },
 {
  "name": "Bangladeshi",
  "language": "en",
  "iso3": "BGD",
  "kind": "demonym"
 },
 {
  "name": "Belarusian",
  "language": "en",
  "iso3": "BLR",
  "kind": "demonym"
 },
 {
  "name": "Beninese",
  "language": "en",
  "iso3": "BEN",
  "kind": "demonym"
 },
 {
  "name": "Bulgarian",
  "language": "en",
  "iso3": "BGR",
  "kind": "demonym"
 },
 {
  "name": "Cambodian",
  "language": "en",
  "iso3": "KHM",
  "kind": "demonym"
 },
 {
  "name": "Cameroonian",
  "language": "en",
  "iso3": "CMR",
  "kind": "demonym"
 },
 {
  "name": "Chinese",
  "language": "en",
  "iso3": "CHN",
  "kind": "demonym"
 },
 {
  "name": "Colombian",
  "language": "en",
  "iso3": "COL",
  "kind": "demonym"
 },
 {
  "name": "Ivorian",
  "language": "en",
  "iso3": "CIV",
  "kind": "demonym"
 },
 {
  "name": "Egyptian",
  "language": "en",
  "iso3": "EGY",
  "kind": "demonym"
 },
 {
  "name": "Eritrean",
  "language": "en",
  "iso3": "ERI",
  "kind": "demonym"
 },
 {
  "name": "Ethiopian",
  "language": "en",
  "iso3": "ETH",
  "kind": "demonym"
 },
 {
  "name": "French",
  "language": "en",
  "iso3": "FRA",
  "kind": "demonym"
 },
 {
  "name": "Gambian",
  "language": "en",
  "iso3": "GMB",
  "kind": "demonym"
 },
 {
  "name": "Ghanaian",
  "language": "en",
  "iso3": "GHA",
  "kind": "demonym"
 },
 {
  "name": "Guatemalan",
  "language": "en",
  "iso3": "GTM",
  "kind": "demonym"
 },
 {
  "name": "Guinean",
  "language": "en",
  "iso3": "GIN",
  "kind": "demonym"
 },
 {
  "name": "Haitian",
  "language": "en",
  "iso3": "HTI",
  "kind": "demonym"
 },
 {
  "name": "Honduran",
  "language": "en",
  "iso3": "HND",
  "kind": "demonym"
 },
 {
  "name": "Indian",
  "language": "en",
  "iso3": "IND",
  "kind": "demonym"
 },
 {
  "name": "Indonesian",
  "language": "en",
  "iso3": "IDN",
  "kind": "demonym"
 },
 {
  "name": "Kenyan",
  "language": "en",
  "iso3": "KEN",
  "kind": "demonym"
 },
 {
  "name": "Kyrgyz",
  "language": "en",
  "iso3": "KGZ",
  "kind": "demonym"
 },
 {
  "name": "Liberian",
  "language": "en",
  "iso3": "LBR",
  "kind": "demonym"
 },
 {
  "name": "Libyan",
  "language": "en",
  "iso3": "LBY",
  "kind": "demonym"
 },
 {
  "name": "Malagasy",
  "language": "en",
  "iso3": "MDG",
  "kind": "demonym"
 },
 {
  "name": "Malian",
  "language": "en",
  "iso3": "MLI",
  "kind": "demonym"
 },
 {
  "name": "Mauritanian",
  "language": "en",
  "iso3": "MRT",
  "kind": "demonym"
 },
 {
  "name": "Mexican",
  "language": "en",
  "iso3": "MEX",
  "kind": "demonym"
 },
 {
  "name": "Moldovan",
  "language": "en",
  "iso3": "MDA",
  "kind": "demonym"
 },
 {
  "name": "Moroccan",
  "language": "en",
  "iso3": "MAR",
  "kind": "demonym"
 },
 {
  "name": "Burmese",
  "language": "en",
  "iso3": "MMR",
  "kind": "demonym"
 },
 {
  "name": "Nepali",
  "language": "en",
  "iso3": "NPL",
  "kind": "demonym"
 },
 {
  "name": "Nepalese",
  "language": "en",
  "iso3": "NPL",
  "kind": "demonym"
 },
 {
  "name": "Nigerien",
  "language": "en",
  "iso3": "NER",
  "kind": "demonym"
 },
 {
  "name": "Nigerian",
  "language": "en",
  "iso3": "NGA",
  "kind": "demonym"
 },
 {
  "name": "Pakistani",
  "language": "en",
  "iso3": "PAK",
  "kind": "demonym"
 },
 {
  "name": "Filipino",
  "language": "en",
  "iso3": "PHL",
  "kind": "demonym"
 },
 {
  "name": "Filipina",
  "language": "en",
  "iso3": "PHL",
  "kind": "demonym"
 },
 {
  "name": "Romanian",
  "language": "en",
  "iso3": "ROU",
  "kind": "demonym"
 },
 {
  "name": "Russian",
  "language": "en",
  "iso3": "RUS",
  "kind": "demonym"
 },
 {
  "name": "Senegalese",
  "language": "en",
  "iso3": "SEN",
  "kind": "demonym"
 },
 {
  "name": "Sierra Leonean",
  "language": "en",
  "iso3": "SLE",
  "kind": "demonym"
 },
 {
  "name": "Somali",
  "language": "en",
  "iso3": "SOM",
  "kind": "demonym"
 },
 {
  "name": "Sri Lankan",
  "language": "en",
  "iso3": "LKA",
  "kind": "demonym"
 },
 {
  "name": "Sudanese",
  "language": "en",
  "iso3": "SDN",
  "kind": "demonym"
 },
 {
  "name": "Syrian",
  "language": "en",
  "iso3": "SYR",
  "kind": "demonym"
 },
 {
  "name": "Tajik",
  "language": "en",
  "iso3": "TJK",
  "kind": "demonym"
 },
 {
  "name": "Thai",
  "language": "en",
  "iso3": "THA",
  "kind": "demonym"
 },
 {
  "name": "Togolese",
  "language": "en",
  "iso3": "TGO",
  "kind": "demonym"
 },
 {
  "name": "Tunisian",
  "language": "en",
  "iso3": "TUN",
  "kind": "demonym"
 },
 {
  "name": "Turkmen",
  "language": "en",
  "iso3": "TKM",
  "kind": "demonym"
 },
 {
  "name": "Ugandan",
  "language": "en",
  "iso3": "UGA",
  "kind": "demonym"
 },
 {
  "name": "Ukrainian",
  "language": "en",
  "iso3": "UKR",
  "kind": "demonym"
 },
 {
  "name": "American",
  "language": "en",
  "iso3": "USA",
  "kind": "demonym"
 },
 {
  "name": "Uzbek",
  "language": "en",
  "iso3": "UZB",
  "kind": "demonym"
 },
 {
  "name": "Venezuelan",
  "language": "en",
  "iso3": "VEN",
  "kind": "demonym"
 },
 {
  "name": "Vietnamese",
  "language": "en",
  "iso3": "VNM",
  "kind": "demonym"
 },
 {
  "name": "Afghan",
  "language": "fr",
  "iso3": "AFG",
  "kind": "demonym"
 },
 {
  "name": "Afghane",
  "language": "fr",
  "iso3": "AFG",
  "kind": "demonym"
 },
 {
  "name": "Albanais",
  "language": "fr",
  "iso3": "ALB",
  "kind": "demonym"
 },
 {
  "name": "Albanaise",
  "language": "fr",
  "iso3": "ALB",
  "kind": "demonym"
 },
 {
  "name": "Algérien",
  "language": "fr",
  "iso3": "DZA",
  "kind": "demonym"
 },
 {
  "name": "Algérienne",
  "language": "fr",
  "iso3": "DZA",
  "kind": "demonym"
 },
 {
  "name": "Bangladais",
  "language": "fr",
  "iso3": "BGD",
  "kind": "demonym"
 },
 {
  "name": "Bangladaise",
  "language": "fr",
  "iso3": "BGD",
  "kind": "demonym"
 },
 {
  "name": "Béninois",
  "language": "fr",
  "iso3": "BEN",
  "kind": "demonym"
 },
 {
  "name": "Béninoise",
  "language": "fr",
  "iso3": "BEN",
  "kind": "demonym"
 },
 {
  "name": "Burkinabè",
  "language": "fr",
  "iso3": "BFA",
  "kind": "demonym"
 },
 {
  "name": "Burkinabé",
  "language": "fr",
  "iso3": "BFA",
  "kind": "demonym"
 },
 {
  "name": "Burundais",
  "language": "fr",
  "iso3": "BDI",
  "kind": "demonym"
 },
 {
  "name": "Burundaise",
  "language": "fr",
  "iso3": "BDI",
  "kind": "demonym"
 },
 {
  "name": "Bulgare",
  "language": "fr",
  "iso3": "BGR",
  "kind": "demonym"
 },
 {
  "name": "Cambodgien",
  "language": "fr",
  "iso3": "KHM",
  "kind": "demonym"
 },
 {
  "name": "Cambodgienne",
  "language": "fr",
  "iso3": "KHM",
  "kind": "demonym"
 },
 {
  "name": "Camerounais",
  "language": "fr",
  "iso3": "CMR",
  "kind": "demonym"
 },
 {
  "name": "Camerounaise",
  "language": "fr",
  "iso3": "CMR",
  "kind": "demonym"
 },
 {
  "name": "Centrafricain",
  "language": "fr",
  "iso3": "CAF",
  "kind": "demonym"
 },
 {
  "name": "Centrafricaine",
  "language": "fr",
  "iso3": "CAF",
  "kind": "demonym"
 },
 {
  "name": "Chinois",
  "language": "fr",
  "iso3": "CHN",
  "kind": "demonym"
 },
 {
  "name": "Chinoise",
  "language": "fr",
  "iso3": "CHN",
  "kind": "demonym"
 },
 {
  "name": "Colombien",
  "language": "fr",
  "iso3": "COL",
  "kind": "demonym"
 },
 {
  "name": "Colombienne",
  "language": "fr",
  "iso3": "COL",
  "kind": "demonym"
 },
 {
  "name": "Comorien",
  "language": "fr",
  "iso3": "COM",
  "kind": "demonym"
 },
 {
  "name": "Comorienne",
  "language": "fr",
  "iso3": "COM",
  "kind": "demonym"
 },
 {
  "name": "Ivoirien",
  "language": "fr",
  "iso3": "CIV",
  "kind": "demonym"
 },
 {
  "name": "Ivoirienne",
  "language": "fr",
  "iso3": "CIV",
  "kind": "demonym"
 },
 {
  "name": "Égyptien",
  "language": "fr",
  "iso3": "EGY",
  "kind": "demonym"
 },
 {
  "name": "Égyptienne",
  "language": "fr",
  "iso3": "EGY",
  "kind": "demonym"
 },
 {
  "name": "Érythréen",
  "language": "fr",
  "iso3": "ERI",
  "kind": "demonym"
 },
 {
  "name": "Érythréenne",
  "language": "fr",
  "iso3": "ERI",
  "kind": "demonym"
 },
 {
  "name": "Éthiopien",
  "language": "fr",
  "iso3": "ETH",
  "kind": "demonym"
 },
 {
  "name": "Éthiopienne",
  "language": "fr",
  "iso3": "ETH",
  "kind": "demonym"
 },
 {
  "name": "Français",
  "language": "fr",
  "iso3": "FRA",
  "kind": "demonym"
 },
 {
  "name": "Française",
  "language": "fr",
  "iso3": "FRA",
  "kind": "demonym"
 },
 {
  "name": "Gabonais",
  "language": "fr",
  "iso3": "GAB",
  "kind": "demonym"
 },
 {
  "name": "Gabonaise",
  "language": "fr",
  "iso3": "GAB",
  "kind": "demonym"
 },
 {
  "name": "Gambien",
  "language": "fr",
  "iso3": "GMB",
  "kind": "demonym"
 },
 {
  "name": "Gambienne",
  "language": "fr",
  "iso3": "GMB",
  "kind": "demonym"
 },
 {
  "name": "Ghanéen",
  "language": "fr",
  "iso3": "GHA",
  "kind": "demonym"
 },
 {
  "name": "Ghanéenne",
  "language": "fr",
  "iso3": "GHA",
  "kind": "demonym"
 },
 {
  "name": "Guinéen",
  "language": "fr",
  "iso3": "GIN",
  "kind": "demonym"
 },
 {
  "name": "Guinéenne",
  "language": "fr",
  "iso3": "GIN",
  "kind": "demonym"
 },
 {
  "name": "Haïtien",
  "language": "fr",
  "iso3": "HTI",
  "kind": "demonym"
 },
 {
  "name": "Haïtienne",
  "language": "fr",
  "iso3": "HTI",
  "kind": "demonym"
 },
 {
  "name": "Indien",
  "language": "fr",
  "iso3": "IND",
  "kind": "demonym"
 },
 {
  "name": "Indienne",
  "language": "fr",
  "iso3": "IND",
  "kind": "demonym"
 },
 {
  "name": "Indonésien",
  "language": "fr",
  "iso3": "IDN",
  "kind": "demonym"
 },
 {
  "name": "Indonésienne",
  "language": "fr",
  "iso3": "IDN",
  "kind": "demonym"
 },
 {
  "name": "Kényan",
  "language": "fr",
  "iso3": "KEN",
  "kind": "demonym"
 },
 {
  "name": "Kényane",
  "language": "fr",
  "iso3": "KEN",
  "kind": "demonym"
 },
 {
  "name": "Libérien",
  "language": "fr",
  "iso3": "LBR",
  "kind": "demonym"
 },
 {
  "name": "Libérienne",
  "language": "fr",
  "iso3": "LBR",
  "kind": "demonym"
 },
 {
  "name": "Libyen",
  "language": "fr",
  "iso3": "LBY",
  "kind": "demonym"
 },
 {
  "name": "Libyenne",
  "language": "fr",
  "iso3": "LBY",
  "kind": "demonym"
 },
 {
  "name": "Malgache",
  "language": "fr",
  "iso3": "MDG",
  "kind": "demonym"
 },
 {
  "name": "Malien",
  "language": "fr",
  "iso3": "MLI",
  "kind": "demonym"
 },
 {
  "name": "Malienne",
  "language": "fr",
  "iso3": "MLI",
  "kind": "demonym"
 },
 {
  "name": "Mauritanien",
  "language": "fr",
  "iso3": "MRT",
  "kind": "demonym"
 },
 {
  "name": "Mauritanienne",
  "language": "fr",
  "iso3": "MRT",
  "kind": "demonym"
 },
 {
  "name": "Moldave",
  "language": "fr",
  "iso3": "MDA",
  "kind": "demonym"
 },
 {
  "name": "Marocain",
  "language": "fr",
  "iso3": "MAR",
  "kind": "demonym"
 },
 {
  "name": "Marocaine",
  "language": "fr",
  "iso3": "MAR",
  "kind": "demonym"
 },
 {
  "name": "Birman",
  "language": "fr",
  "iso3": "MMR",
  "kind": "demonym"
 },
 {
  "name": "Birmane",
  "language": "fr",
  "iso3": "MMR",
  "kind": "demonym"
 },
 {
  "name": "Népalais",
  "language": "fr",
  "iso3": "NPL",
  "kind": "demonym"
 },
 {
  "name": "Népalaise",
  "language": "fr",
  "iso3": "NPL",
  "kind": "demonym"
 },
 {
  "name": "Nigérien",
  "language": "fr",
  "iso3": "NER",
  "kind": "demonym"
 },
 {
  "name": "Nigérienne",
  "language": "fr",
  "iso3": "NER",
  "kind": "demonym"
 },
 {
  "name": "Nigérian",
  "language": "fr",
  "iso3": "NGA",
  "kind": "demonym"
 },
 {
  "name": "Nigériane",
  "language": "fr",
  "iso3": "NGA",
  "kind": "demonym"
 },
 {
  "name": "Pakistanais",
  "language": "fr",
  "iso3": "PAK",
  "kind": "demonym"
 },
 {
  "name": "Pakistanaise",
  "language": "fr",
  "iso3": "PAK",
  "kind": "demonym"
 },
 {
  "name": "Philippin",
  "language": "fr",
  "iso3": "PHL",
  "kind": "demonym"
 },
 {
  "name": "Philippine",
  "language": "fr",
  "iso3": "PHL",
  "kind": "demonym"
 },
 {
  "name": "Roumain",
  "language": "fr",
  "iso3": "ROU",
  "kind": "demonym"
 },
 {
  "name": "Roumaine",
  "language": "fr",
  "iso3": "ROU",
  "kind": "demonym"
 },
 {
  "name": "Russe",
  "language": "fr",
  "iso3": "RUS",
  "kind": "demonym"
 },
 {
  "name": "Rwandais",
  "language": "fr",
  "iso3": "RWA",
  "kind": "demonym"
 },
 {
  "name": "Rwandaise",
  "language": "fr",
  "iso3": "RWA",
  "kind": "demonym"
 },
 {
  "name": "Sénégalais",
  "language": "fr",
  "iso3": "SEN",
  "kind": "demonym"
 },
 {
  "name": "Sénégalaise",
  "language": "fr",
  "iso3": "SEN",
  "kind": "demonym"
 },
 {
  "name": "Sierra-Léonais",
  "language": "fr",
  "iso3": "SLE",
  "kind": "demonym"
 },
 {
  "name": "Sierra-Léonaise",
  "language": "fr",
  "iso3": "SLE",
  "kind": "demonym"
 },
 {
  "name": "Somalien",
  "language": "fr",
  "iso3": "SOM",
  "kind": "demonym"
 },
 {
  "name": "Somalienne",
  "language": "fr",
  "iso3": "SOM",
  "kind": "demonym"
 },
 {
  "name": "Sri-Lankais",
  "language": "fr",
  "iso3": "LKA",
  "kind": "demonym"
 },
 {
  "name": "Sri-Lankaise",
  "language": "fr",
  "iso3": "LKA",
  "kind": "demonym"
 },
 {
  "name": "Soudanais",
  "language": "fr",
  "iso3": "SDN",
  "kind": "demonym"
 },
 {
  "name": "Soudanaise",
  "language": "fr",
  "iso3": "SDN",
  "kind": "demonym"
 },
 {
  "name": "Syrien",
  "language": "fr",
  "iso3": "SYR",
  "kind": "demonym"
 },
 {
  "name": "Syrienne",
  "language": "fr",
  "iso3": "SYR",
  "kind": "demonym"
 },
 {
  "name": "Tchadien",
  "language": "fr",
  "iso3": "TCD",
  "kind": "demonym"
 },
 {
  "name": "Tchadienne",
  "language": "fr",
  "iso3": "TCD",
  "kind": "demonym"
 },
 {
  "name": "Thaïlandais",
  "language": "fr",
  "iso3": "THA",
  "kind": "demonym"
 },
 {
  "name": "Thaïlandaise",
  "language": "fr",
  "iso3": "THA",
  "kind": "demonym"
 },
 {
  "name": "Togolais",
  "language": "fr",
  "iso3": "TGO",
  "kind": "demonym"
 },
 {
  "name": "Togolaise",
  "language": "fr",
  "iso3": "TGO",
  "kind": "demonym"
 },
 {
  "name": "Tunisien",
  "language": "fr",
  "iso3": "TUN",
  "kind": "demonym"
 },
 {
  "name": "Tunisienne",
  "language": "fr",
  "iso3": "TUN",
  "kind": "demonym"
 },
 {
  "name": "Ukrainien",
  "language": "fr",
  "iso3": "UKR",
  "kind": "demonym"
 },
 {
  "name": "Ukrainienne",
  "language": "fr",
  "iso3": "UKR",
  "kind": "demonym"
 },
 {
  "name": "Vietnamien",
  "language": "fr",
  "iso3": "VNM",
  "kind": "demonym"
 },
 {
  "name": "Vietnamienne",
  "language": "fr",
  "iso3": "VNM",
  "kind": "demonym"
 },
 {
  "name": "Argentino",
  "language": "es",
  "iso3": "ARG",
  "kind": "demonym"
 },
 {
  "name": "Boliviano",
  "language": "es",
  "iso3": "BOL",
  "kind": "demonym"
 },
 {
  "name": "Boliviana",
  "language": "es",
  "iso3": "BOL",
  "kind": "demonym"
 },
 {
  "name": "Brasileño",
  "language": "es",
  "iso3": "BRA",
  "kind": "demonym"
 },
 {
  "name": "Brasileña",
  "language": "es",
  "iso3": "BRA",
  "kind": "demonym"
 },
 {
  "name": "Búlgaro",
  "language": "es",
  "iso3": "BGR",
  "kind": "demonym"
 },
 {
  "name": "Búlgara",
  "language": "es",
  "iso3": "BGR",
  "kind": "demonym"
 },
 {
  "name": "Chino",
  "language": "es",
  "iso3": "CHN",
  "kind": "demonym"
 },
 {
  "name": "Colombiano",
  "language": "es",
  "iso3": "COL",
  "kind": "demonym"
 },
 {
  "name": "Colombiana",
  "language": "es",
  "iso3": "COL",
  "kind": "demonym"
 },
 {
  "name": "Cubano",
  "language": "es",
  "iso3": "CUB",
  "kind": "demonym"
 },
 {
  "name": "Cubana",
  "language": "es",
  "iso3": "CUB",
  "kind": "demonym"
 },
 {
  "name": "Dominicano",
  "language": "es",
  "iso3": "DOM",
  "kind": "demonym"
 },
 {
  "name": "Ecuatoriano",
  "language": "es",
  "iso3": "ECU",
  "kind": "demonym"
 },
 {
  "name": "Ecuatoriana",
  "language": "es",
  "iso3": "ECU",
  "kind": "demonym"
 },
 {
  "name": "Salvadoreño",
  "language": "es",
  "iso3": "SLV",
  "kind": "demonym"
 },
 {
  "name": "Salvadoreña",
  "language": "es",
  "iso3": "SLV",
  "kind": "demonym"
 },
 {
  "name": "Guatemalteco",
  "language": "es",
  "iso3": "GTM",
  "kind": "demonym"
 },
 {
  "name": "Guatemalteca",
  "language": "es",
  "iso3": "GTM",
  "kind": "demonym"
 },
 {
  "name": "Haitiano",
  "language": "es",
  "iso3": "HTI",
  "kind": "demonym"
 },
 {
  "name": "Haitiana",
  "language": "es",
  "iso3": "HTI",
  "kind": "demonym"
 },
 {
  "name": "Hondureño",
  "language": "es",
  "iso3": "HND",
  "kind": "demonym"
 },
 {
  "name": "Hondureña",
  "language": "es",
  "iso3": "HND",
  "kind": "demonym"
 },
 {
  "name": "Marroquí",
  "language": "es",
  "iso3": "MAR",
  "kind": "demonym"
 },
 {
  "name": "Mexicano",
  "language": "es",
  "iso3": "MEX",
  "kind": "demonym"
 },
 {
  "name": "Mexicana",
  "language": "es",
  "iso3": "MEX",
  "kind": "demonym"
 },
 {
  "name": "Nigeriano",
  "language": "es",
  "iso3": "NGA",
  "kind": "demonym"
 },
 {
  "name": "Nigeriana",
  "language": "es",
  "iso3": "NGA",
  "kind": "demonym"
 },
 {
  "name": "Nicaragüense",
  "language": "es",
  "iso3": "NIC",
  "kind": "demonym"
 },
 {
  "name": "Paraguayo",
  "language": "es",
  "iso3": "PRY",
  "kind": "demonym"
 },
 {
  "name": "Paraguaya",
  "language": "es",
  "iso3": "PRY",
  "kind": "demonym"
 },
 {
  "name": "Peruano",
  "language": "es",
  "iso3": "PER",
  "kind": "demonym"
 },
 {
  "name": "Peruana",
  "language": "es",
  "iso3": "PER",
  "kind": "demonym"
 },
 {
  "name": "Rumano",
  "language": "es",
  "iso3": "ROU",
  "kind": "demonym"
 },
 {
  "name": "Rumana",
  "language": "es",
  "iso3": "ROU",
  "kind": "demonym"
 },
 {
  "name": "Ruso",
  "language": "es",
  "iso3": "RUS",
  "kind": "demonym"
 },
 {
  "name": "Rusa",
  "language": "es",
  "iso3": "RUS",
  "kind": "demonym"
 },
 {
  "name": "Ucraniano",
  "language": "es",
  "iso3": "UKR",
  "kind": "demonym"
 },
 {
  "name": "Ucraniana",
  "language": "es",
  "iso3": "UKR",
  "kind": "demonym"
 },
 {
  "name": "Venezolano",
  "language": "es",
  "iso3": "VEN",
  "kind": "demonym"
 },
 {
  "name": "Venezolana",
  "language": "es",
  "iso3": "VEN",
  "kind": "demonym"
 },
 {
  "name": "إثيوبي",
  "language": "ar",
  "iso3": "ETH",
  "kind": "demonym"
 },
 {
  "name": "إثيوبية",
  "language": "ar",
  "iso3": "ETH",
  "kind": "demonym"
 },
 {
  "name": "بنغلاديشي",
  "language": "ar",
  "iso3": "BGD",
  "kind": "demonym"
 },
 {
  "name": "بنغلاديشية",
  "language": "ar",
  "iso3": "BGD",
  "kind": "demonym"
 },
 {
  "name": "فلبيني",
  "language": "ar",
  "iso3": "PHL",
  "kind": "demonym"
 },
 {
  "name": "فلبينية",
  "language": "ar",
  "iso3": "PHL",
  "kind": "demonym"
 },
 {
  "name": "هندي",
  "language": "ar",
  "iso3": "IND",
  "kind": "demonym"
 },
 {
  "name": "هندية",
  "language": "ar",
  "iso3": "IND",
  "kind": "demonym"
 },
 {
  "name": "إندونيسي",
  "language": "ar",
  "iso3": "IDN",
  "kind": "demonym"
 },
 {
  "name": "إندونيسية",
  "language": "ar",
  "iso3": "IDN",
  "kind": "demonym"
 },
 {
  "name": "كيني",
  "language": "ar",
  "iso3": "KEN",
  "kind": "demonym"
 },
 {
  "name": "كينية",
  "language": "ar",
  "iso3": "KEN",
  "kind": "demonym"
 },
 {
  "name": "سريلانكي",
  "language": "ar",
  "iso3": "LKA",
  "kind": "demonym"
 },
 {
  "name": "سريلانكية",
  "language": "ar",
  "iso3": "LKA",
  "kind": "demonym"
 },
 {
  "name": "نيبالي",
  "language": "ar",
  "iso3": "NPL",
  "kind": "demonym"
 },
 {
  "name": "نيبالية",
  "language": "ar",
  "iso3": "NPL",
  "kind": "demonym"
 },
 {
  "name": "سوداني",
  "language": "ar",
  "iso3": "SDN",
  "kind": "demonym"
 },
 {
  "name": "سودانية",
  "language": "ar",
  "iso3": "SDN",
  "kind": "demonym"
 },
 {
  "name": "سوري",
  "language": "ar",
  "iso3": "SYR",
  "kind": "demonym"
 },
 {
  "name": "سورية",
  "language": "ar",
  "iso3": "SYR",
  "kind": "demonym"
 },
 {
  "name": "أوغندي",
  "language": "ar",
  "iso3": "UGA",
  "kind": "demonym"
 },
 {
  "name": "أوغندية",
  "language": "ar",
  "iso3": "UGA",
  "kind": "demonym"
 },
 {
  "name": "UK",
  "language": null,
  "iso3": "GBR",
  "kind": "code"
 },
 {
  "name": "EL",
  "language": null,
  "iso3": "GRC",
  "kind": "code"
 },
 {
  "name": "ROM",
  "language": null,
  "iso3": "ROU",
  "kind": "retired"
 },
 {
  "name": "ZAR",
  "language": null,
  "iso3": "COD",
  "kind": "retired"
 },
 {
  "name": "TMP",
  "language": null,
  "iso3": "TLS",
  "kind": "retired"
 },
 {
  "name": "XKX",
  "language": null,
  "iso3": "SRB",
  "kind": "code"
 },
 {
  "name": "XK",
  "language": null,
  "iso3": "SRB",
  "kind": "code"
 },
 {
  "name": "BUR",
  "language": null,
  "iso3": "MMR",
  "kind": "retired"
 },
 {
  "name": "TP",
  "language": null,
  "iso3": "TLS",
  "kind": "retired"
 },
 {
  "name": "ZR",
  "language": null,
  "iso3": "COD",
  "kind": "retired"
 },
 {
  "name": "SCG",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "YUG",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "ANT",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "CSK",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "SUN",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "DDR",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "YU",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "CS",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "AN",
  "language": null,
  "iso3": null,
  "kind": "retired"
 },
 {
  "name": "XXA",
  "language": null,
  "iso3": "XXA",
  "kind": "special"
 },
 {
  "name": "XXB",
  "language": null,
  "iso3": "XXB",
  "kind": "special"
 },
 {
  "name": "XXC",
  "language": null,
  "iso3": "XXC",
  "kind": "special"
 },
 {
  "name": "Stateless",
  "language": "en",
  "iso3": "XXA",
  "kind": "special"
 },
 {
  "name": "Apatride",
  "language": "fr",
  "iso3": "XXA",
  "kind": "special"
 },
 {
  "name": "Apátrida",
  "language": "es",
  "iso3": "XXA",
  "kind": "special"
 },
 {
  "name": "عديم الجنسية",
  "language": "ar",
  "iso3": "XXA",
  "kind": "special"
 },
 {
  "name": "Refugee",
  "language": "en",
  "iso3": "XXB",
  "kind": "special"
 },
 {
  "name": "Réfugié",
  "language": "fr",
  "iso3": "XXB",
  "kind": "special"
 },
 {
  "name": "Refugiado",
  "language": "es",
  "iso3": "XXB",
  "kind": "special"
 },
 {
  "name": "0",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "00",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "ZZ",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "ZZZ",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "-99",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "XX",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "XXX",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 },
 {
  "name": "NULL",
  "language": null,
  "iso3": null,
  "kind": "placeholder"
 }
];
