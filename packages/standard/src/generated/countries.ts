// Generated from data/*.csv by scripts/generate.mjs. Edit the CSV, then run it again.
import type { Country, GroupingEntry } from '../types.ts';

export const groupingTable: readonly GroupingEntry[] = [
 {
  "id": "iom_region_2015",
  "version": "1",
  "labels": {
   "en": "Regions after the 2016 IOM release",
   "fr": "Régions d’après la publication de 2016 de l’OIM",
   "es": "Regiones según la publicación de 2016 de la OIM",
   "ar": "مناطق وفق إصدار المنظمة الدولية للهجرة لعام 2016"
  },
  "note": "Europe, East and South-East Asia, South and Central Asia are named by the release; membership and the other four regions are ours"
 },
 {
  "id": "iom_region_2011",
  "version": "1",
  "labels": {
   "en": "Regions after the IOM data on 2011",
   "fr": "Régions d’après les données de l’OIM sur 2011",
   "es": "Regiones según los datos de la OIM sobre 2011",
   "ar": "مناطق وفق بيانات المنظمة الدولية للهجرة عن عام 2011"
  },
  "note": "membership is ours; North Africa sits with the Middle East"
 },
 {
  "id": "m49_region",
  "version": "1",
  "labels": {
   "en": "UN M49 regions",
   "fr": "Régions M49 de l’ONU",
   "es": "Regiones M49 de la ONU",
   "ar": "مناطق M49 للأمم المتحدة"
  },
  "note": "TWN has no entry of its own in M49 and is placed in Eastern Asia"
 },
 {
  "id": "m49_subregion",
  "version": "1",
  "labels": {
   "en": "UN M49 sub-regions",
   "fr": "Sous-régions M49 de l’ONU",
   "es": "Subregiones M49 de la ONU",
   "ar": "مناطق فرعية M49 للأمم المتحدة"
  },
  "note": "TWN has no entry of its own in M49 and is placed in Eastern Asia; ATA has no sub-region"
 },
 {
  "id": "unodc_region",
  "version": "1",
  "labels": {
   "en": "Regions of the UNODC Global Report",
   "fr": "Régions du Rapport mondial de l’ONUDC",
   "es": "Regiones del Informe mundial de la UNODC",
   "ar": "مناطق التقرير العالمي لمكتب الأمم المتحدة المعني بالمخدرات والجريمة"
  },
  "note": "membership partly from memory of the editions"
 },
 {
  "id": "unodc_subregion",
  "version": "1",
  "labels": {
   "en": "Sub-regions of the UNODC Global Report",
   "fr": "Sous-régions du Rapport mondial de l’ONUDC",
   "es": "Subregiones del Informe mundial de la UNODC",
   "ar": "مناطق فرعية للتقرير العالمي لمكتب الأمم المتحدة المعني بالمخدرات والجريمة"
  },
  "note": "membership partly from memory of the editions"
 },
 {
  "id": "iom_regional_office_2015",
  "version": "1",
  "labels": {
   "en": "IOM regional offices around 2015",
   "fr": "Bureaux régionaux de l’OIM vers 2015",
   "es": "Oficinas regionales de la OIM hacia 2015",
   "ar": "المكاتب الإقليمية للمنظمة الدولية للهجرة نحو 2015"
  },
  "note": "membership from memory"
 },
 {
  "id": "ctdc_vp_region",
  "version": "1",
  "labels": {
   "en": "Regions of the CTDC victim-perpetrator file",
   "fr": "Régions du fichier victimes-auteurs du CTDC",
   "es": "Regiones del archivo víctimas-autores de CTDC",
   "ar": "مناطق ملف الضحايا والجناة"
  },
  "note": "Americas and Oceania are one region in that file"
 }
];

export const countryTable: readonly Country[] = [
 {
  "iso3": "ABW",
  "iso2": "AW",
  "numeric": "533",
  "labels": {
   "en": "Aruba",
   "fr": "Aruba",
   "es": "Aruba",
   "ar": "أروبا"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "AFG",
  "iso2": "AF",
  "numeric": "004",
  "labels": {
   "en": "Afghanistan",
   "fr": "Afghanistan",
   "es": "Afganistán",
   "ar": "أفغانستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "AGO",
  "iso2": "AO",
  "numeric": "024",
  "labels": {
   "en": "Angola",
   "fr": "Angola",
   "es": "Angola",
   "ar": "أنغولا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "AIA",
  "iso2": "AI",
  "numeric": "660",
  "labels": {
   "en": "Anguilla",
   "fr": "Anguilla",
   "es": "Anguila",
   "ar": "أنغويلا"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "ALA",
  "iso2": "AX",
  "numeric": "248",
  "labels": {
   "en": "Åland Islands",
   "fr": "Åland",
   "es": "Islas Åland",
   "ar": "جزر أولاند"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "ALB",
  "iso2": "AL",
  "numeric": "008",
  "labels": {
   "en": "Albania",
   "fr": "Albanie",
   "es": "Albania",
   "ar": "ألبانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "AND",
  "iso2": "AD",
  "numeric": "020",
  "labels": {
   "en": "Andorra",
   "fr": "Andorre",
   "es": "Andorra",
   "ar": "أندورا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "ARE",
  "iso2": "AE",
  "numeric": "784",
  "labels": {
   "en": "United Arab Emirates",
   "fr": "Émirats Arabes Unis",
   "es": "Emiratos Árabes Unidos",
   "ar": "الإمارات العربية المتحدة"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "ARG",
  "iso2": "AR",
  "numeric": "032",
  "labels": {
   "en": "Argentina",
   "fr": "Argentine",
   "es": "Argentina",
   "ar": "الأرجنتين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "ARM",
  "iso2": "AM",
  "numeric": "051",
  "labels": {
   "en": "Armenia",
   "fr": "Arménie",
   "es": "Armenia",
   "ar": "أرمينيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "ASM",
  "iso2": "AS",
  "numeric": "016",
  "labels": {
   "en": "American Samoa",
   "fr": "Samoa américaines",
   "es": "Samoa Americana",
   "ar": "ساموا الأمريكية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "ATA",
  "iso2": "AQ",
  "numeric": "010",
  "labels": {
   "en": "Antarctica",
   "fr": "Antarctique",
   "es": "Antártida",
   "ar": "القارة القطبية الجنوبية"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": null,
   "iom_region_2011": null,
   "m49_region": "antarctica",
   "m49_subregion": null,
   "unodc_region": null,
   "unodc_subregion": null,
   "iom_regional_office_2015": null,
   "ctdc_vp_region": null
  }
 },
 {
  "iso3": "ATF",
  "iso2": "TF",
  "numeric": "260",
  "labels": {
   "en": "French Southern Territories",
   "fr": "Terres australes françaises",
   "es": "Tierras Australes Francesas",
   "ar": "أراض فرنسية جنوبية وأنتارتيكية"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ATG",
  "iso2": "AG",
  "numeric": "028",
  "labels": {
   "en": "Antigua and Barbuda",
   "fr": "Antigua-et-Barbuda",
   "es": "Antigua y Barbuda",
   "ar": "أنتيغوا وباربودا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "AUS",
  "iso2": "AU",
  "numeric": "036",
  "labels": {
   "en": "Australia",
   "fr": "Australie",
   "es": "Australia",
   "ar": "أستراليا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "australia_and_new_zealand",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "AUT",
  "iso2": "AT",
  "numeric": "040",
  "labels": {
   "en": "Austria",
   "fr": "Autriche",
   "es": "Austria",
   "ar": "النمسا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "AZE",
  "iso2": "AZ",
  "numeric": "031",
  "labels": {
   "en": "Azerbaijan",
   "fr": "Azerbaïdjan",
   "es": "Azerbaiyán",
   "ar": "أذربيجان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "BDI",
  "iso2": "BI",
  "numeric": "108",
  "labels": {
   "en": "Burundi",
   "fr": "Burundi",
   "es": "Burundi",
   "ar": "بوروندي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "BEL",
  "iso2": "BE",
  "numeric": "056",
  "labels": {
   "en": "Belgium",
   "fr": "Belgique",
   "es": "Bélgica",
   "ar": "بلجيكا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "BEN",
  "iso2": "BJ",
  "numeric": "204",
  "labels": {
   "en": "Benin",
   "fr": "Bénin",
   "es": "Benin",
   "ar": "بنين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "BES",
  "iso2": "BQ",
  "numeric": "535",
  "labels": {
   "en": "Bonaire, Sint Eustatius and Saba",
   "fr": "Bonaire, Saint-Eustache et Saba",
   "es": "Bonaire, San Eustaquio y Saba",
   "ar": "الجزر الكاريبية الهولندية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BFA",
  "iso2": "BF",
  "numeric": "854",
  "labels": {
   "en": "Burkina Faso",
   "fr": "Burkina Faso",
   "es": "Burkina Faso",
   "ar": "بوركينا فاسو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "BGD",
  "iso2": "BD",
  "numeric": "050",
  "labels": {
   "en": "Bangladesh",
   "fr": "Bangladesh",
   "es": "Bangladesh",
   "ar": "بنغلاديش"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "BGR",
  "iso2": "BG",
  "numeric": "100",
  "labels": {
   "en": "Bulgaria",
   "fr": "Bulgarie",
   "es": "Bulgaria",
   "ar": "بلغاريا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "BHR",
  "iso2": "BH",
  "numeric": "048",
  "labels": {
   "en": "Bahrain",
   "fr": "Bahreïn",
   "es": "Bahrein",
   "ar": "البحرين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "BHS",
  "iso2": "BS",
  "numeric": "044",
  "labels": {
   "en": "Bahamas",
   "fr": "Bahamas",
   "es": "Bahamas",
   "ar": "باهاماس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BIH",
  "iso2": "BA",
  "numeric": "070",
  "labels": {
   "en": "Bosnia and Herzegovina",
   "fr": "Bosnie-Herzégovine",
   "es": "Bosnia y Herzegovina",
   "ar": "البوسنة والهرسك"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "BLM",
  "iso2": "BL",
  "numeric": "652",
  "labels": {
   "en": "Saint Barthélemy",
   "fr": "Saint-Barthélemy",
   "es": "Saint Barthélemy",
   "ar": "سان بارتيلمي"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BLR",
  "iso2": "BY",
  "numeric": "112",
  "labels": {
   "en": "Belarus",
   "fr": "Biélorussie",
   "es": "Bielorrusia",
   "ar": "روسيا البيضاء"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "BLZ",
  "iso2": "BZ",
  "numeric": "084",
  "labels": {
   "en": "Belize",
   "fr": "Belize",
   "es": "Belice",
   "ar": "بليز"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BMU",
  "iso2": "BM",
  "numeric": "060",
  "labels": {
   "en": "Bermuda",
   "fr": "Bermudes",
   "es": "Bermudas",
   "ar": "برمودا"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "northern_america",
   "unodc_region": "americas",
   "unodc_subregion": "north_america",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BOL",
  "iso2": "BO",
  "numeric": "068",
  "labels": {
   "en": "Bolivia, Plurinational State of",
   "fr": "Bolivie",
   "es": "Bolivia",
   "ar": "بوليفيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BRA",
  "iso2": "BR",
  "numeric": "076",
  "labels": {
   "en": "Brazil",
   "fr": "Brésil",
   "es": "Brasil",
   "ar": "البرازيل"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BRB",
  "iso2": "BB",
  "numeric": "052",
  "labels": {
   "en": "Barbados",
   "fr": "Barbade",
   "es": "Barbados",
   "ar": "باربادوس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BRN",
  "iso2": "BN",
  "numeric": "096",
  "labels": {
   "en": "Brunei Darussalam",
   "fr": "Brunei Darussalam",
   "es": "Brunei Darussalam",
   "ar": "بروناي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "BTN",
  "iso2": "BT",
  "numeric": "064",
  "labels": {
   "en": "Bhutan",
   "fr": "Bhoutan",
   "es": "Bután",
   "ar": "بوتان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "BVT",
  "iso2": "BV",
  "numeric": "074",
  "labels": {
   "en": "Bouvet Island",
   "fr": "Île Bouvet",
   "es": "Isla Bouvet",
   "ar": "جزيرة بوفيه"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "BWA",
  "iso2": "BW",
  "numeric": "072",
  "labels": {
   "en": "Botswana",
   "fr": "Botswana",
   "es": "Botswana",
   "ar": "بوتسوانا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "CAF",
  "iso2": "CF",
  "numeric": "140",
  "labels": {
   "en": "Central African Republic",
   "fr": "République Centrafricaine",
   "es": "República Centroafricana",
   "ar": "جمهورية أفريقيا الوسطى"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "CAN",
  "iso2": "CA",
  "numeric": "124",
  "labels": {
   "en": "Canada",
   "fr": "Canada",
   "es": "Canadá",
   "ar": "كندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "northern_america",
   "unodc_region": "americas",
   "unodc_subregion": "north_america",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CCK",
  "iso2": "CC",
  "numeric": "166",
  "labels": {
   "en": "Cocos (Keeling) Islands",
   "fr": "Îles Cocos",
   "es": "Islas Cocos (Keeling)",
   "ar": "جزر كوكوس"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "australia_and_new_zealand",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CHE",
  "iso2": "CH",
  "numeric": "756",
  "labels": {
   "en": "Switzerland",
   "fr": "Suisse",
   "es": "Suiza",
   "ar": "سويسرا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "CHL",
  "iso2": "CL",
  "numeric": "152",
  "labels": {
   "en": "Chile",
   "fr": "Chili",
   "es": "Chile",
   "ar": "تشيلي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CHN",
  "iso2": "CN",
  "numeric": "156",
  "labels": {
   "en": "China",
   "fr": "Chine",
   "es": "China",
   "ar": "الصين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": "CTDC counts Tibet here",
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "CIV",
  "iso2": "CI",
  "numeric": "384",
  "labels": {
   "en": "Côte d'Ivoire",
   "fr": "Côte-d'Ivoire",
   "es": "Costa de Marfil",
   "ar": "ساحل العاج"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "CMR",
  "iso2": "CM",
  "numeric": "120",
  "labels": {
   "en": "Cameroon",
   "fr": "Cameroun",
   "es": "Camerún",
   "ar": "الكاميرون"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "COD",
  "iso2": "CD",
  "numeric": "180",
  "labels": {
   "en": "Congo, Democratic Republic of the",
   "fr": "République démocratique du Congo",
   "es": "Congo (República Democrática del)",
   "ar": "جمهورية الكونغو الديمقراطية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "COG",
  "iso2": "CG",
  "numeric": "178",
  "labels": {
   "en": "Congo",
   "fr": "République du Congo",
   "es": "Congo",
   "ar": "جمهورية الكونغو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "COK",
  "iso2": "CK",
  "numeric": "184",
  "labels": {
   "en": "Cook Islands",
   "fr": "Îles Cook",
   "es": "Islas Cook",
   "ar": "جزر كوك"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "COL",
  "iso2": "CO",
  "numeric": "170",
  "labels": {
   "en": "Colombia",
   "fr": "Colombie",
   "es": "Colombia",
   "ar": "كولومبيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "COM",
  "iso2": "KM",
  "numeric": "174",
  "labels": {
   "en": "Comoros",
   "fr": "Comores",
   "es": "Comoras",
   "ar": "جزر القمر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "CPV",
  "iso2": "CV",
  "numeric": "132",
  "labels": {
   "en": "Cabo Verde",
   "fr": "Cap-Vert",
   "es": "Cabo Verde",
   "ar": "الرأس الأخضر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "CRI",
  "iso2": "CR",
  "numeric": "188",
  "labels": {
   "en": "Costa Rica",
   "fr": "Costa Rica",
   "es": "Costa Rica",
   "ar": "كوستاريكا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CUB",
  "iso2": "CU",
  "numeric": "192",
  "labels": {
   "en": "Cuba",
   "fr": "Cuba",
   "es": "Cuba",
   "ar": "كوبا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CUW",
  "iso2": "CW",
  "numeric": "531",
  "labels": {
   "en": "Curaçao",
   "fr": "Curaçao",
   "es": "Curaçao",
   "ar": "كوراساو"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CXR",
  "iso2": "CX",
  "numeric": "162",
  "labels": {
   "en": "Christmas Island",
   "fr": "Île Christmas",
   "es": "Isla de Navidad",
   "ar": "جزيرة عيد الميلاد"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "australia_and_new_zealand",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CYM",
  "iso2": "KY",
  "numeric": "136",
  "labels": {
   "en": "Cayman Islands",
   "fr": "Îles Caïmans",
   "es": "Islas Caimán",
   "ar": "جزر كايمان"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "CYP",
  "iso2": "CY",
  "numeric": "196",
  "labels": {
   "en": "Cyprus",
   "fr": "Chypre",
   "es": "Chipre",
   "ar": "قبرص"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "CZE",
  "iso2": "CZ",
  "numeric": "203",
  "labels": {
   "en": "Czechia",
   "fr": "République Tchèque",
   "es": "República Checa",
   "ar": "جمهورية التشيك"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "DEU",
  "iso2": "DE",
  "numeric": "276",
  "labels": {
   "en": "Germany",
   "fr": "Allemagne",
   "es": "Alemania",
   "ar": "ألمانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "DJI",
  "iso2": "DJ",
  "numeric": "262",
  "labels": {
   "en": "Djibouti",
   "fr": "Djibouti",
   "es": "Yibuti",
   "ar": "جيبوتي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "DMA",
  "iso2": "DM",
  "numeric": "212",
  "labels": {
   "en": "Dominica",
   "fr": "Dominique",
   "es": "Dominica",
   "ar": "دومينيكا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "DNK",
  "iso2": "DK",
  "numeric": "208",
  "labels": {
   "en": "Denmark",
   "fr": "Danemark",
   "es": "Dinamarca",
   "ar": "الدنمارك"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "DOM",
  "iso2": "DO",
  "numeric": "214",
  "labels": {
   "en": "Dominican Republic",
   "fr": "République Dominicaine",
   "es": "República Dominicana",
   "ar": "جمهورية الدومينيكان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "DZA",
  "iso2": "DZ",
  "numeric": "012",
  "labels": {
   "en": "Algeria",
   "fr": "Algérie",
   "es": "Argelia",
   "ar": "الجزائر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ECU",
  "iso2": "EC",
  "numeric": "218",
  "labels": {
   "en": "Ecuador",
   "fr": "Équateur",
   "es": "Ecuador",
   "ar": "الإكوادور"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "EGY",
  "iso2": "EG",
  "numeric": "818",
  "labels": {
   "en": "Egypt",
   "fr": "Égypte",
   "es": "Egipto",
   "ar": "مصر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ERI",
  "iso2": "ER",
  "numeric": "232",
  "labels": {
   "en": "Eritrea",
   "fr": "Érythrée",
   "es": "Eritrea",
   "ar": "إريتريا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ESH",
  "iso2": "EH",
  "numeric": "732",
  "labels": {
   "en": "Western Sahara",
   "fr": "Sahara occidental",
   "es": "Sahara Occidental",
   "ar": "الصحراء الغربية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ESP",
  "iso2": "ES",
  "numeric": "724",
  "labels": {
   "en": "Spain",
   "fr": "Espagne",
   "es": "España",
   "ar": "إسبانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "EST",
  "iso2": "EE",
  "numeric": "233",
  "labels": {
   "en": "Estonia",
   "fr": "Estonie",
   "es": "Estonia",
   "ar": "إستونيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "ETH",
  "iso2": "ET",
  "numeric": "231",
  "labels": {
   "en": "Ethiopia",
   "fr": "Éthiopie",
   "es": "Etiopía",
   "ar": "إثيوبيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "FIN",
  "iso2": "FI",
  "numeric": "246",
  "labels": {
   "en": "Finland",
   "fr": "Finlande",
   "es": "Finlandia",
   "ar": "فنلندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "FJI",
  "iso2": "FJ",
  "numeric": "242",
  "labels": {
   "en": "Fiji",
   "fr": "Fidji",
   "es": "Fiji",
   "ar": "فيجي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "melanesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "FLK",
  "iso2": "FK",
  "numeric": "238",
  "labels": {
   "en": "Falkland Islands (Malvinas)",
   "fr": "Îles Malouines",
   "es": "Islas Malvinas",
   "ar": "جزر فوكلاند"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "FRA",
  "iso2": "FR",
  "numeric": "250",
  "labels": {
   "en": "France",
   "fr": "France",
   "es": "Francia",
   "ar": "فرنسا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "FRO",
  "iso2": "FO",
  "numeric": "234",
  "labels": {
   "en": "Faroe Islands",
   "fr": "Îles Féroé",
   "es": "Islas Feroe",
   "ar": "جزر فارو"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "FSM",
  "iso2": "FM",
  "numeric": "583",
  "labels": {
   "en": "Micronesia, Federated States of",
   "fr": "Micronésie",
   "es": "Micronesia",
   "ar": "ولايات ميكرونيسيا المتحدة"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GAB",
  "iso2": "GA",
  "numeric": "266",
  "labels": {
   "en": "Gabon",
   "fr": "Gabon",
   "es": "Gabón",
   "ar": "الغابون"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "GBR",
  "iso2": "GB",
  "numeric": "826",
  "labels": {
   "en": "United Kingdom of Great Britain and Northern Ireland",
   "fr": "Royaume-Uni",
   "es": "Reino Unido",
   "ar": "المملكة المتحدة"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "GEO",
  "iso2": "GE",
  "numeric": "268",
  "labels": {
   "en": "Georgia",
   "fr": "Géorgie",
   "es": "Georgia",
   "ar": "جورجيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "GGY",
  "iso2": "GG",
  "numeric": "831",
  "labels": {
   "en": "Guernsey",
   "fr": "Guernesey",
   "es": "Guernsey",
   "ar": "غيرنزي"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "GHA",
  "iso2": "GH",
  "numeric": "288",
  "labels": {
   "en": "Ghana",
   "fr": "Ghana",
   "es": "Ghana",
   "ar": "غانا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "GIB",
  "iso2": "GI",
  "numeric": "292",
  "labels": {
   "en": "Gibraltar",
   "fr": "Gibraltar",
   "es": "Gibraltar",
   "ar": "جبل طارق"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "GIN",
  "iso2": "GN",
  "numeric": "324",
  "labels": {
   "en": "Guinea",
   "fr": "Guinée",
   "es": "Guinea",
   "ar": "غينيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "GLP",
  "iso2": "GP",
  "numeric": "312",
  "labels": {
   "en": "Guadeloupe",
   "fr": "Guadeloupe",
   "es": "Guadalupe",
   "ar": "غوادلوب"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GMB",
  "iso2": "GM",
  "numeric": "270",
  "labels": {
   "en": "Gambia",
   "fr": "Gambie",
   "es": "Gambia",
   "ar": "غامبيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "GNB",
  "iso2": "GW",
  "numeric": "624",
  "labels": {
   "en": "Guinea-Bissau",
   "fr": "Guinée-Bissau",
   "es": "Guinea Bissau",
   "ar": "غينيا بيساو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "GNQ",
  "iso2": "GQ",
  "numeric": "226",
  "labels": {
   "en": "Equatorial Guinea",
   "fr": "Guinée équatoriale",
   "es": "Guinea Ecuatorial",
   "ar": "غينيا الاستوائية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "GRC",
  "iso2": "GR",
  "numeric": "300",
  "labels": {
   "en": "Greece",
   "fr": "Grèce",
   "es": "Grecia",
   "ar": "اليونان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "GRD",
  "iso2": "GD",
  "numeric": "308",
  "labels": {
   "en": "Grenada",
   "fr": "Grenade",
   "es": "Granada",
   "ar": "غرينادا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GRL",
  "iso2": "GL",
  "numeric": "304",
  "labels": {
   "en": "Greenland",
   "fr": "Groenland",
   "es": "Groenlandia",
   "ar": "جرينلاند"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "northern_america",
   "unodc_region": "americas",
   "unodc_subregion": "north_america",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GTM",
  "iso2": "GT",
  "numeric": "320",
  "labels": {
   "en": "Guatemala",
   "fr": "Guatemala",
   "es": "Guatemala",
   "ar": "غواتيمالا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GUF",
  "iso2": "GF",
  "numeric": "254",
  "labels": {
   "en": "French Guiana",
   "fr": "Guyane française",
   "es": "Guayana Francesa",
   "ar": "غويانا الفرنسية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GUM",
  "iso2": "GU",
  "numeric": "316",
  "labels": {
   "en": "Guam",
   "fr": "Guam",
   "es": "Guam",
   "ar": "غوام"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "GUY",
  "iso2": "GY",
  "numeric": "328",
  "labels": {
   "en": "Guyana",
   "fr": "Guyana",
   "es": "Guyana",
   "ar": "غيانا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "HKG",
  "iso2": "HK",
  "numeric": "344",
  "labels": {
   "en": "Hong Kong",
   "fr": "Hong Kong",
   "es": "Hong Kong",
   "ar": "هونغ كونغ"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "HMD",
  "iso2": "HM",
  "numeric": "334",
  "labels": {
   "en": "Heard Island and McDonald Islands",
   "fr": "Îles Heard-et-MacDonald",
   "es": "Heard e Islas McDonald",
   "ar": "جزيرة هيرد وجزر ماكدونالد"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "australia_and_new_zealand",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "HND",
  "iso2": "HN",
  "numeric": "340",
  "labels": {
   "en": "Honduras",
   "fr": "Honduras",
   "es": "Honduras",
   "ar": "هندوراس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "HRV",
  "iso2": "HR",
  "numeric": "191",
  "labels": {
   "en": "Croatia",
   "fr": "Croatie",
   "es": "Croacia",
   "ar": "كرواتيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "HTI",
  "iso2": "HT",
  "numeric": "332",
  "labels": {
   "en": "Haiti",
   "fr": "Haïti",
   "es": "Haití",
   "ar": "هايتي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "HUN",
  "iso2": "HU",
  "numeric": "348",
  "labels": {
   "en": "Hungary",
   "fr": "Hongrie",
   "es": "Hungría",
   "ar": "المجر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "IDN",
  "iso2": "ID",
  "numeric": "360",
  "labels": {
   "en": "Indonesia",
   "fr": "Indonésie",
   "es": "Indonesia",
   "ar": "إندونيسيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "IMN",
  "iso2": "IM",
  "numeric": "833",
  "labels": {
   "en": "Isle of Man",
   "fr": "Île de Man",
   "es": "Isla de Man",
   "ar": "جزيرة مان"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "IND",
  "iso2": "IN",
  "numeric": "356",
  "labels": {
   "en": "India",
   "fr": "Inde",
   "es": "India",
   "ar": "الهند"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "IOT",
  "iso2": "IO",
  "numeric": "086",
  "labels": {
   "en": "British Indian Ocean Territory",
   "fr": "Océan Indien Britannique",
   "es": "Territorio Británico del Océano Índico",
   "ar": "إقليم المحيط الهندي البريطاني"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "IRL",
  "iso2": "IE",
  "numeric": "372",
  "labels": {
   "en": "Ireland",
   "fr": "Irlande",
   "es": "Irlanda",
   "ar": "أيرلندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "IRN",
  "iso2": "IR",
  "numeric": "364",
  "labels": {
   "en": "Iran, Islamic Republic of",
   "fr": "Iran",
   "es": "Irán",
   "ar": "إيران"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "IRQ",
  "iso2": "IQ",
  "numeric": "368",
  "labels": {
   "en": "Iraq",
   "fr": "Irak",
   "es": "Iraq",
   "ar": "العراق"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "ISL",
  "iso2": "IS",
  "numeric": "352",
  "labels": {
   "en": "Iceland",
   "fr": "Islande",
   "es": "Islandia",
   "ar": "آيسلندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "ISR",
  "iso2": "IL",
  "numeric": "376",
  "labels": {
   "en": "Israel",
   "fr": "Israël",
   "es": "Israel",
   "ar": "إسرائيل"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "ITA",
  "iso2": "IT",
  "numeric": "380",
  "labels": {
   "en": "Italy",
   "fr": "Italie",
   "es": "Italia",
   "ar": "إيطاليا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "JAM",
  "iso2": "JM",
  "numeric": "388",
  "labels": {
   "en": "Jamaica",
   "fr": "Jamaïque",
   "es": "Jamaica",
   "ar": "جامايكا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "JEY",
  "iso2": "JE",
  "numeric": "832",
  "labels": {
   "en": "Jersey",
   "fr": "Jersey",
   "es": "Jersey",
   "ar": "جيرزي"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "JOR",
  "iso2": "JO",
  "numeric": "400",
  "labels": {
   "en": "Jordan",
   "fr": "Jordanie",
   "es": "Jordania",
   "ar": "الأردن"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "JPN",
  "iso2": "JP",
  "numeric": "392",
  "labels": {
   "en": "Japan",
   "fr": "Japon",
   "es": "Japón",
   "ar": "اليابان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "KAZ",
  "iso2": "KZ",
  "numeric": "398",
  "labels": {
   "en": "Kazakhstan",
   "fr": "Kazakhstan",
   "es": "Kazajistán",
   "ar": "كازاخستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "central_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "KEN",
  "iso2": "KE",
  "numeric": "404",
  "labels": {
   "en": "Kenya",
   "fr": "Kenya",
   "es": "Kenia",
   "ar": "كينيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "KGZ",
  "iso2": "KG",
  "numeric": "417",
  "labels": {
   "en": "Kyrgyzstan",
   "fr": "Kirghizistan",
   "es": "Kirguistán",
   "ar": "قيرغيزستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "central_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "KHM",
  "iso2": "KH",
  "numeric": "116",
  "labels": {
   "en": "Cambodia",
   "fr": "Cambodge",
   "es": "Camboya",
   "ar": "كمبوديا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "KIR",
  "iso2": "KI",
  "numeric": "296",
  "labels": {
   "en": "Kiribati",
   "fr": "Kiribati",
   "es": "Kiribati",
   "ar": "كيريباتي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "KNA",
  "iso2": "KN",
  "numeric": "659",
  "labels": {
   "en": "Saint Kitts and Nevis",
   "fr": "Saint-Christophe-et-Niévès",
   "es": "Saint Kitts y Nevis",
   "ar": "سانت كيتس ونيفيس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "KOR",
  "iso2": "KR",
  "numeric": "410",
  "labels": {
   "en": "Korea, Republic of",
   "fr": "Corée du Sud",
   "es": "República de Corea",
   "ar": "كوريا الجنوبية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "KWT",
  "iso2": "KW",
  "numeric": "414",
  "labels": {
   "en": "Kuwait",
   "fr": "Koweït",
   "es": "Kuwait",
   "ar": "الكويت"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "LAO",
  "iso2": "LA",
  "numeric": "418",
  "labels": {
   "en": "Lao People's Democratic Republic",
   "fr": "Laos",
   "es": "República Democrática Popular de Lao",
   "ar": "لاوس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "LBN",
  "iso2": "LB",
  "numeric": "422",
  "labels": {
   "en": "Lebanon",
   "fr": "Liban",
   "es": "Líbano",
   "ar": "لبنان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "LBR",
  "iso2": "LR",
  "numeric": "430",
  "labels": {
   "en": "Liberia",
   "fr": "Libéria",
   "es": "Liberia",
   "ar": "ليبيريا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "LBY",
  "iso2": "LY",
  "numeric": "434",
  "labels": {
   "en": "Libya",
   "fr": "Libye",
   "es": "Libia",
   "ar": "ليبيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "LCA",
  "iso2": "LC",
  "numeric": "662",
  "labels": {
   "en": "Saint Lucia",
   "fr": "Sainte-Lucie",
   "es": "Santa Lucía",
   "ar": "سانت لوسيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "LIE",
  "iso2": "LI",
  "numeric": "438",
  "labels": {
   "en": "Liechtenstein",
   "fr": "Liechtenstein",
   "es": "Liechtenstein",
   "ar": "ليختنشتاين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "LKA",
  "iso2": "LK",
  "numeric": "144",
  "labels": {
   "en": "Sri Lanka",
   "fr": "Sri Lanka",
   "es": "Sri Lanka",
   "ar": "سريلانكا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "LSO",
  "iso2": "LS",
  "numeric": "426",
  "labels": {
   "en": "Lesotho",
   "fr": "Lesotho",
   "es": "Lesoto",
   "ar": "ليسوتو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "LTU",
  "iso2": "LT",
  "numeric": "440",
  "labels": {
   "en": "Lithuania",
   "fr": "Lituanie",
   "es": "Lituania",
   "ar": "ليتوانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "LUX",
  "iso2": "LU",
  "numeric": "442",
  "labels": {
   "en": "Luxembourg",
   "fr": "Luxembourg",
   "es": "Luxemburgo",
   "ar": "لوكسمبورغ"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "LVA",
  "iso2": "LV",
  "numeric": "428",
  "labels": {
   "en": "Latvia",
   "fr": "Lettonie",
   "es": "Letonia",
   "ar": "لاتفيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "MAC",
  "iso2": "MO",
  "numeric": "446",
  "labels": {
   "en": "Macao",
   "fr": "Macao",
   "es": "Macao",
   "ar": "ماكاو"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "MAF",
  "iso2": "MF",
  "numeric": "663",
  "labels": {
   "en": "Saint Martin (French part)",
   "fr": "Saint-Martin (partie française)",
   "es": "Saint Martin (francesa)",
   "ar": "سانت مارتن (الجزء الفرنسي)"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "MAR",
  "iso2": "MA",
  "numeric": "504",
  "labels": {
   "en": "Morocco",
   "fr": "Maroc",
   "es": "Marruecos",
   "ar": "المغرب"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MCO",
  "iso2": "MC",
  "numeric": "492",
  "labels": {
   "en": "Monaco",
   "fr": "Monaco",
   "es": "Mónaco",
   "ar": "موناكو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "MDA",
  "iso2": "MD",
  "numeric": "498",
  "labels": {
   "en": "Moldova, Republic of",
   "fr": "Moldavie",
   "es": "Moldavia",
   "ar": "مولدوفا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "MDG",
  "iso2": "MG",
  "numeric": "450",
  "labels": {
   "en": "Madagascar",
   "fr": "Madagascar",
   "es": "Madagascar",
   "ar": "مدغشقر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MDV",
  "iso2": "MV",
  "numeric": "462",
  "labels": {
   "en": "Maldives",
   "fr": "Maldives",
   "es": "Maldivas",
   "ar": "جزر المالديف"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "MEX",
  "iso2": "MX",
  "numeric": "484",
  "labels": {
   "en": "Mexico",
   "fr": "Mexique",
   "es": "México",
   "ar": "المكسيك"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "north_america",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "MHL",
  "iso2": "MH",
  "numeric": "584",
  "labels": {
   "en": "Marshall Islands",
   "fr": "Îles Marshall",
   "es": "Islas Marshall",
   "ar": "جزر مارشال"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "MKD",
  "iso2": "MK",
  "numeric": "807",
  "labels": {
   "en": "North Macedonia",
   "fr": "Macédoine du Nord",
   "es": "Macedonia del Norte",
   "ar": "مقدونيا الشمالية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "MLI",
  "iso2": "ML",
  "numeric": "466",
  "labels": {
   "en": "Mali",
   "fr": "Mali",
   "es": "Malí",
   "ar": "مالي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MLT",
  "iso2": "MT",
  "numeric": "470",
  "labels": {
   "en": "Malta",
   "fr": "Malte",
   "es": "Malta",
   "ar": "مالطا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "MMR",
  "iso2": "MM",
  "numeric": "104",
  "labels": {
   "en": "Myanmar",
   "fr": "Myanmar",
   "es": "Myanmar",
   "ar": "بورما"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "MNE",
  "iso2": "ME",
  "numeric": "499",
  "labels": {
   "en": "Montenegro",
   "fr": "Monténégro",
   "es": "Montenegro",
   "ar": "الجبل الأسود"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "MNG",
  "iso2": "MN",
  "numeric": "496",
  "labels": {
   "en": "Mongolia",
   "fr": "Mongolie",
   "es": "Mongolia",
   "ar": "منغوليا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "MNP",
  "iso2": "MP",
  "numeric": "580",
  "labels": {
   "en": "Northern Mariana Islands",
   "fr": "Îles Mariannes du Nord",
   "es": "Islas Marianas del Norte",
   "ar": "جزر ماريانا الشمالية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "MOZ",
  "iso2": "MZ",
  "numeric": "508",
  "labels": {
   "en": "Mozambique",
   "fr": "Mozambique",
   "es": "Mozambique",
   "ar": "موزمبيق"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MRT",
  "iso2": "MR",
  "numeric": "478",
  "labels": {
   "en": "Mauritania",
   "fr": "Mauritanie",
   "es": "Mauritania",
   "ar": "موريتانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MSR",
  "iso2": "MS",
  "numeric": "500",
  "labels": {
   "en": "Montserrat",
   "fr": "Montserrat",
   "es": "Montserrat",
   "ar": "مونتسرات"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "MTQ",
  "iso2": "MQ",
  "numeric": "474",
  "labels": {
   "en": "Martinique",
   "fr": "Martinique",
   "es": "Martinica",
   "ar": "مارتينيك"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "MUS",
  "iso2": "MU",
  "numeric": "480",
  "labels": {
   "en": "Mauritius",
   "fr": "Maurice",
   "es": "Mauricio",
   "ar": "موريشيوس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MWI",
  "iso2": "MW",
  "numeric": "454",
  "labels": {
   "en": "Malawi",
   "fr": "Malawi",
   "es": "Malaui",
   "ar": "مالاوي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "MYS",
  "iso2": "MY",
  "numeric": "458",
  "labels": {
   "en": "Malaysia",
   "fr": "Malaisie",
   "es": "Malasia",
   "ar": "ماليزيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "MYT",
  "iso2": "YT",
  "numeric": "175",
  "labels": {
   "en": "Mayotte",
   "fr": "Mayotte",
   "es": "Mayotte",
   "ar": "مايوت"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "NAM",
  "iso2": "NA",
  "numeric": "516",
  "labels": {
   "en": "Namibia",
   "fr": "Namibie",
   "es": "Namibia",
   "ar": "ناميبيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "NCL",
  "iso2": "NC",
  "numeric": "540",
  "labels": {
   "en": "New Caledonia",
   "fr": "Nouvelle-Calédonie",
   "es": "Nueva Caledonia",
   "ar": "كاليدونيا الجديدة"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "melanesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "NER",
  "iso2": "NE",
  "numeric": "562",
  "labels": {
   "en": "Niger",
   "fr": "Niger",
   "es": "Níger",
   "ar": "النيجر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "NFK",
  "iso2": "NF",
  "numeric": "574",
  "labels": {
   "en": "Norfolk Island",
   "fr": "Île Norfolk",
   "es": "Isla Norfolk",
   "ar": "جزيرة نورفولك"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "australia_and_new_zealand",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "NGA",
  "iso2": "NG",
  "numeric": "566",
  "labels": {
   "en": "Nigeria",
   "fr": "Nigéria",
   "es": "Nigeria",
   "ar": "نيجيريا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "NIC",
  "iso2": "NI",
  "numeric": "558",
  "labels": {
   "en": "Nicaragua",
   "fr": "Nicaragua",
   "es": "Nicaragua",
   "ar": "نيكاراغوا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "NIU",
  "iso2": "NU",
  "numeric": "570",
  "labels": {
   "en": "Niue",
   "fr": "Niué",
   "es": "Niue",
   "ar": "نييوي"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "NLD",
  "iso2": "NL",
  "numeric": "528",
  "labels": {
   "en": "Netherlands, Kingdom of the",
   "fr": "Pays-Bas",
   "es": "Países Bajos",
   "ar": "هولندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "western_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "NOR",
  "iso2": "NO",
  "numeric": "578",
  "labels": {
   "en": "Norway",
   "fr": "Norvège",
   "es": "Noruega",
   "ar": "النرويج"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "NPL",
  "iso2": "NP",
  "numeric": "524",
  "labels": {
   "en": "Nepal",
   "fr": "Népal",
   "es": "Nepal",
   "ar": "نيبال"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "NRU",
  "iso2": "NR",
  "numeric": "520",
  "labels": {
   "en": "Nauru",
   "fr": "Nauru",
   "es": "Nauru",
   "ar": "ناورو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "NZL",
  "iso2": "NZ",
  "numeric": "554",
  "labels": {
   "en": "New Zealand",
   "fr": "Nouvelle-Zélande",
   "es": "Nueva Zelanda",
   "ar": "نيوزيلندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "australia_and_new_zealand",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "OMN",
  "iso2": "OM",
  "numeric": "512",
  "labels": {
   "en": "Oman",
   "fr": "Oman",
   "es": "Omán",
   "ar": "عمان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "PAK",
  "iso2": "PK",
  "numeric": "586",
  "labels": {
   "en": "Pakistan",
   "fr": "Pakistan",
   "es": "Pakistán",
   "ar": "باكستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "southern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "south_asia",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "PAN",
  "iso2": "PA",
  "numeric": "591",
  "labels": {
   "en": "Panama",
   "fr": "Panama",
   "es": "Panamá",
   "ar": "بنما"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "PCN",
  "iso2": "PN",
  "numeric": "612",
  "labels": {
   "en": "Pitcairn",
   "fr": "Îles Pitcairn",
   "es": "Pitcairn",
   "ar": "جزر بيتكيرن"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "PER",
  "iso2": "PE",
  "numeric": "604",
  "labels": {
   "en": "Peru",
   "fr": "Pérou",
   "es": "Perú",
   "ar": "بيرو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "PHL",
  "iso2": "PH",
  "numeric": "608",
  "labels": {
   "en": "Philippines",
   "fr": "Philippines",
   "es": "Filipinas",
   "ar": "الفلبين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "PLW",
  "iso2": "PW",
  "numeric": "585",
  "labels": {
   "en": "Palau",
   "fr": "Palaos",
   "es": "Palau",
   "ar": "بالاو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "PNG",
  "iso2": "PG",
  "numeric": "598",
  "labels": {
   "en": "Papua New Guinea",
   "fr": "Papouasie-Nouvelle-Guinée",
   "es": "Papua Nueva Guinea",
   "ar": "بابوا غينيا الجديدة"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "melanesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "POL",
  "iso2": "PL",
  "numeric": "616",
  "labels": {
   "en": "Poland",
   "fr": "Pologne",
   "es": "Polonia",
   "ar": "بولندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "PRI",
  "iso2": "PR",
  "numeric": "630",
  "labels": {
   "en": "Puerto Rico",
   "fr": "Porto Rico",
   "es": "Puerto Rico",
   "ar": "بورتوريكو"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "PRK",
  "iso2": "KP",
  "numeric": "408",
  "labels": {
   "en": "Korea, Democratic People's Republic of",
   "fr": "Corée du Nord",
   "es": "República Popular Democrática de Corea",
   "ar": "كوريا الشمالية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "PRT",
  "iso2": "PT",
  "numeric": "620",
  "labels": {
   "en": "Portugal",
   "fr": "Portugal",
   "es": "Portugal",
   "ar": "البرتغال"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "PRY",
  "iso2": "PY",
  "numeric": "600",
  "labels": {
   "en": "Paraguay",
   "fr": "Paraguay",
   "es": "Paraguay",
   "ar": "باراغواي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "PSE",
  "iso2": "PS",
  "numeric": "275",
  "labels": {
   "en": "Palestine, State of",
   "fr": "Palestine",
   "es": "Palestina",
   "ar": "فلسطين"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "PYF",
  "iso2": "PF",
  "numeric": "258",
  "labels": {
   "en": "French Polynesia",
   "fr": "Polynésie française",
   "es": "Polinesia Francesa",
   "ar": "بولينزيا الفرنسية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "QAT",
  "iso2": "QA",
  "numeric": "634",
  "labels": {
   "en": "Qatar",
   "fr": "Qatar",
   "es": "Catar",
   "ar": "قطر"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "REU",
  "iso2": "RE",
  "numeric": "638",
  "labels": {
   "en": "Réunion",
   "fr": "Réunion",
   "es": "Reunión",
   "ar": "لا ريونيون"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ROU",
  "iso2": "RO",
  "numeric": "642",
  "labels": {
   "en": "Romania",
   "fr": "Roumanie",
   "es": "Rumanía",
   "ar": "رومانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "RUS",
  "iso2": "RU",
  "numeric": "643",
  "labels": {
   "en": "Russian Federation",
   "fr": "Russie",
   "es": "Rusia",
   "ar": "روسيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "RWA",
  "iso2": "RW",
  "numeric": "646",
  "labels": {
   "en": "Rwanda",
   "fr": "Rwanda",
   "es": "Ruanda",
   "ar": "رواندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SAU",
  "iso2": "SA",
  "numeric": "682",
  "labels": {
   "en": "Saudi Arabia",
   "fr": "Arabie Saoudite",
   "es": "Arabia Saudita",
   "ar": "السعودية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "SDN",
  "iso2": "SD",
  "numeric": "729",
  "labels": {
   "en": "Sudan",
   "fr": "Soudan",
   "es": "Sudán",
   "ar": "السودان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SEN",
  "iso2": "SN",
  "numeric": "686",
  "labels": {
   "en": "Senegal",
   "fr": "Sénégal",
   "es": "Senegal",
   "ar": "السنغال"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SGP",
  "iso2": "SG",
  "numeric": "702",
  "labels": {
   "en": "Singapore",
   "fr": "Singapour",
   "es": "Singapur",
   "ar": "سنغافورة"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "SGS",
  "iso2": "GS",
  "numeric": "239",
  "labels": {
   "en": "South Georgia and the South Sandwich Islands",
   "fr": "Géorgie du Sud-et-les Îles Sandwich du Sud",
   "es": "Georgia del Sur y las Islas Sandwich del Sur",
   "ar": "جورجيا الجنوبية وجزر ساندويتش الجنوبية"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "SHN",
  "iso2": "SH",
  "numeric": "654",
  "labels": {
   "en": "Saint Helena, Ascension and Tristan da Cunha",
   "fr": "Sainte-Hélène",
   "es": "Santa Helena, Ascensión y Tristán de Acuña",
   "ar": "سانت هيلينا وأسينشين وتريستان دا كونا"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SJM",
  "iso2": "SJ",
  "numeric": "744",
  "labels": {
   "en": "Svalbard and Jan Mayen",
   "fr": "Svalbard et Île Jan Mayen",
   "es": "Svalbard y Jan Mayen",
   "ar": "سفالبارد ويان ماين"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "SLB",
  "iso2": "SB",
  "numeric": "090",
  "labels": {
   "en": "Solomon Islands",
   "fr": "Îles Salomon",
   "es": "Islas Salomón",
   "ar": "جزر سليمان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "melanesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "SLE",
  "iso2": "SL",
  "numeric": "694",
  "labels": {
   "en": "Sierra Leone",
   "fr": "Sierra Leone",
   "es": "Sierra Leona",
   "ar": "سيراليون"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SLV",
  "iso2": "SV",
  "numeric": "222",
  "labels": {
   "en": "El Salvador",
   "fr": "El Salvador",
   "es": "El Salvador",
   "ar": "السلفادور"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "SMR",
  "iso2": "SM",
  "numeric": "674",
  "labels": {
   "en": "San Marino",
   "fr": "Saint-Marin",
   "es": "San Marino",
   "ar": "سان مارينو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "SOM",
  "iso2": "SO",
  "numeric": "706",
  "labels": {
   "en": "Somalia",
   "fr": "Somalie",
   "es": "Somalia",
   "ar": "الصومال"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SPM",
  "iso2": "PM",
  "numeric": "666",
  "labels": {
   "en": "Saint Pierre and Miquelon",
   "fr": "Saint-Pierre-et-Miquelon",
   "es": "San Pedro y Miquelón",
   "ar": "سان بيير وميكلون"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "northern_america",
   "unodc_region": "americas",
   "unodc_subregion": "north_america",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "SRB",
  "iso2": "RS",
  "numeric": "688",
  "labels": {
   "en": "Serbia",
   "fr": "Serbie",
   "es": "Serbia",
   "ar": "صربيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": "CTDC follows UN practice: includes Kosovo (source code XKX folds here)",
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "SSD",
  "iso2": "SS",
  "numeric": "728",
  "labels": {
   "en": "South Sudan",
   "fr": "Soudan du Sud",
   "es": "Sudán del Sur",
   "ar": "جنوب السودان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "STP",
  "iso2": "ST",
  "numeric": "678",
  "labels": {
   "en": "Sao Tome and Principe",
   "fr": "São Tomé-et-Principe",
   "es": "Santo Tomé y Príncipe",
   "ar": "ساو تومي وبرينسيب"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SUR",
  "iso2": "SR",
  "numeric": "740",
  "labels": {
   "en": "Suriname",
   "fr": "Suriname",
   "es": "Suriname",
   "ar": "سورينام"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "SVK",
  "iso2": "SK",
  "numeric": "703",
  "labels": {
   "en": "Slovakia",
   "fr": "Slovaquie",
   "es": "Eslovaquia",
   "ar": "سلوفاكيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "SVN",
  "iso2": "SI",
  "numeric": "705",
  "labels": {
   "en": "Slovenia",
   "fr": "Slovénie",
   "es": "Eslovenia",
   "ar": "سلوفينيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "central_and_south_eastern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "SWE",
  "iso2": "SE",
  "numeric": "752",
  "labels": {
   "en": "Sweden",
   "fr": "Suède",
   "es": "Suecia",
   "ar": "السويد"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "northern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "SWZ",
  "iso2": "SZ",
  "numeric": "748",
  "labels": {
   "en": "Eswatini",
   "fr": "Royaume d'Eswatini",
   "es": "Esuatini",
   "ar": "سوازيلاند"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SXM",
  "iso2": "SX",
  "numeric": "534",
  "labels": {
   "en": "Sint Maarten (Dutch part)",
   "fr": "Saint-Martin (partie néerlandaise)",
   "es": "Sint Maarten (neerlandesa)",
   "ar": "سانت مارتن (الجزء الهولندي)"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "SYC",
  "iso2": "SC",
  "numeric": "690",
  "labels": {
   "en": "Seychelles",
   "fr": "Seychelles",
   "es": "Seychelles",
   "ar": "سيشل"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "SYR",
  "iso2": "SY",
  "numeric": "760",
  "labels": {
   "en": "Syrian Arab Republic",
   "fr": "Syrie",
   "es": "República Árabe Siria",
   "ar": "سوريا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TCA",
  "iso2": "TC",
  "numeric": "796",
  "labels": {
   "en": "Turks and Caicos Islands",
   "fr": "Îles Turques-et-Caïques",
   "es": "Islas Turcas y Caicos",
   "ar": "جزر توركس وكايكوس"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "TCD",
  "iso2": "TD",
  "numeric": "148",
  "labels": {
   "en": "Chad",
   "fr": "Tchad",
   "es": "Chad",
   "ar": "تشاد"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "TGO",
  "iso2": "TG",
  "numeric": "768",
  "labels": {
   "en": "Togo",
   "fr": "Togo",
   "es": "Togo",
   "ar": "توغو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "DKR",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "THA",
  "iso2": "TH",
  "numeric": "764",
  "labels": {
   "en": "Thailand",
   "fr": "Thaïlande",
   "es": "Tailandia",
   "ar": "تايلاند"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TJK",
  "iso2": "TJ",
  "numeric": "762",
  "labels": {
   "en": "Tajikistan",
   "fr": "Tadjikistan",
   "es": "Tayikistán",
   "ar": "طاجيكستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "central_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TKL",
  "iso2": "TK",
  "numeric": "772",
  "labels": {
   "en": "Tokelau",
   "fr": "Tokelau",
   "es": "Tokelau",
   "ar": "توكيلاو"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "TKM",
  "iso2": "TM",
  "numeric": "795",
  "labels": {
   "en": "Turkmenistan",
   "fr": "Turkménistan",
   "es": "Turkmenistán",
   "ar": "تركمانستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "central_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TLS",
  "iso2": "TL",
  "numeric": "626",
  "labels": {
   "en": "Timor-Leste",
   "fr": "Timor-Leste",
   "es": "Timor-Leste",
   "ar": "تيمور الشرقية"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TON",
  "iso2": "TO",
  "numeric": "776",
  "labels": {
   "en": "Tonga",
   "fr": "Tonga",
   "es": "Tonga",
   "ar": "تونغا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "TTO",
  "iso2": "TT",
  "numeric": "780",
  "labels": {
   "en": "Trinidad and Tobago",
   "fr": "Trinité-et-Tobago",
   "es": "Trinidad y Tobago",
   "ar": "ترينيداد وتوباغو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "TUN",
  "iso2": "TN",
  "numeric": "788",
  "labels": {
   "en": "Tunisia",
   "fr": "Tunisie",
   "es": "Túnez",
   "ar": "تونس"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "africa",
   "m49_subregion": "northern_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "TUR",
  "iso2": "TR",
  "numeric": "792",
  "labels": {
   "en": "Türkiye",
   "fr": "Turquie",
   "es": "Turquía",
   "ar": "تركيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TUV",
  "iso2": "TV",
  "numeric": "798",
  "labels": {
   "en": "Tuvalu",
   "fr": "Tuvalu",
   "es": "Tuvalu",
   "ar": "توفالو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "TWN",
  "iso2": "TW",
  "numeric": "158",
  "labels": {
   "en": "Taiwan, Province of China",
   "fr": "Taïwan",
   "es": "Taiwán",
   "ar": "تايوان"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": "UN M49 lists no separate entry; placed in Eastern Asia for statistics only",
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "TZA",
  "iso2": "TZ",
  "numeric": "834",
  "labels": {
   "en": "Tanzania, United Republic of",
   "fr": "République unie de Tanzanie",
   "es": "Tanzania",
   "ar": "تانزانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "UGA",
  "iso2": "UG",
  "numeric": "800",
  "labels": {
   "en": "Uganda",
   "fr": "Ouganda",
   "es": "Uganda",
   "ar": "أوغندا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "NBO",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "UKR",
  "iso2": "UA",
  "numeric": "804",
  "labels": {
   "en": "Ukraine",
   "fr": "Ukraine",
   "es": "Ucrania",
   "ar": "أوكرانيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "eastern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "UMI",
  "iso2": "UM",
  "numeric": "581",
  "labels": {
   "en": "United States Minor Outlying Islands",
   "fr": "Îles mineures éloignées des États-Unis",
   "es": "Islas Ultramarinas Menores de los Estados Unidos",
   "ar": "جزر الولايات المتحدة"
  },
  "unMember": false,
  "permanentPopulation": false,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "micronesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "URY",
  "iso2": "UY",
  "numeric": "858",
  "labels": {
   "en": "Uruguay",
   "fr": "Uruguay",
   "es": "Uruguay",
   "ar": "الأوروغواي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "USA",
  "iso2": "US",
  "numeric": "840",
  "labels": {
   "en": "United States of America",
   "fr": "États-Unis d'Amérique",
   "es": "Estados Unidos",
   "ar": "الولايات المتحدة"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "northern_america",
   "unodc_region": "americas",
   "unodc_subregion": "north_america",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "UZB",
  "iso2": "UZ",
  "numeric": "860",
  "labels": {
   "en": "Uzbekistan",
   "fr": "Ouzbékistan",
   "es": "Uzbekistán",
   "ar": "أوزبكستان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SCA",
   "iom_region_2011": "south_and_central_asia",
   "m49_region": "asia",
   "m49_subregion": "central_asia",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "eastern_europe_and_central_asia",
   "iom_regional_office_2015": "ROV",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "VAT",
  "iso2": "VA",
  "numeric": "336",
  "labels": {
   "en": "Holy See",
   "fr": "Saint-Siège (Vatican)",
   "es": "Santa Sede",
   "ar": "الفاتيكان"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "EUR",
   "iom_region_2011": "europe",
   "m49_region": "europe",
   "m49_subregion": "southern_europe",
   "unodc_region": "europe_and_central_asia",
   "unodc_subregion": "western_and_southern_europe",
   "iom_regional_office_2015": "ROB",
   "ctdc_vp_region": "europe"
  }
 },
 {
  "iso3": "VCT",
  "iso2": "VC",
  "numeric": "670",
  "labels": {
   "en": "Saint Vincent and the Grenadines",
   "fr": "Saint-Vincent-et-les-Grenadines",
   "es": "San Vicente y las Granadinas",
   "ar": "سانت فينسنت والغرينادين"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "VEN",
  "iso2": "VE",
  "numeric": "862",
  "labels": {
   "en": "Venezuela, Bolivarian Republic of",
   "fr": "Venezuela",
   "es": "Venezuela",
   "ar": "فنزويلا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "south_america",
   "iom_regional_office_2015": "BUE",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "VGB",
  "iso2": "VG",
  "numeric": "092",
  "labels": {
   "en": "Virgin Islands (British)",
   "fr": "Îles vierges britanniques",
   "es": "Islas Vírgenes británicas",
   "ar": "جزر العذراء البريطانية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "VIR",
  "iso2": "VI",
  "numeric": "850",
  "labels": {
   "en": "Virgin Islands (U.S.)",
   "fr": "Îles vierges américaines",
   "es": "Islas Vírgenes de los Estados Unidos",
   "ar": "جزر العذراء الأمريكية"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "AMER",
   "iom_region_2011": "western_hemisphere",
   "m49_region": "americas",
   "m49_subregion": "latin_america_and_the_caribbean",
   "unodc_region": "americas",
   "unodc_subregion": "central_america_and_the_caribbean",
   "iom_regional_office_2015": "SJO",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "VNM",
  "iso2": "VN",
  "numeric": "704",
  "labels": {
   "en": "Viet Nam",
   "fr": "Vietnam",
   "es": "Vietnam",
   "ar": "فيتنام"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "ESEA",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "asia",
   "m49_subregion": "south_eastern_asia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "VUT",
  "iso2": "VU",
  "numeric": "548",
  "labels": {
   "en": "Vanuatu",
   "fr": "Vanuatu",
   "es": "Vanuatu",
   "ar": "فانواتو"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "melanesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "WLF",
  "iso2": "WF",
  "numeric": "876",
  "labels": {
   "en": "Wallis and Futuna",
   "fr": "Wallis-et-Futuna",
   "es": "Wallis y Futuna",
   "ar": "والس وفوتونا"
  },
  "unMember": false,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "WSM",
  "iso2": "WS",
  "numeric": "882",
  "labels": {
   "en": "Samoa",
   "fr": "Samoa",
   "es": "Samoa",
   "ar": "ساموا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "OCE",
   "iom_region_2011": "east_asia_and_the_pacific",
   "m49_region": "oceania",
   "m49_subregion": "polynesia",
   "unodc_region": "south_asia_east_asia_and_the_pacific",
   "unodc_subregion": "east_asia_and_the_pacific",
   "iom_regional_office_2015": "BKK",
   "ctdc_vp_region": "americas_oceania"
  }
 },
 {
  "iso3": "YEM",
  "iso2": "YE",
  "numeric": "887",
  "labels": {
   "en": "Yemen",
   "fr": "Yémen",
   "es": "Yemen",
   "ar": "اليمن"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "MENA",
   "iom_region_2011": "middle_east",
   "m49_region": "asia",
   "m49_subregion": "western_asia",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "north_africa_and_the_middle_east",
   "iom_regional_office_2015": "CAI",
   "ctdc_vp_region": "asia"
  }
 },
 {
  "iso3": "ZAF",
  "iso2": "ZA",
  "numeric": "710",
  "labels": {
   "en": "South Africa",
   "fr": "Afrique du Sud",
   "es": "Sudáfrica",
   "ar": "جنوب أفريقيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ZMB",
  "iso2": "ZM",
  "numeric": "894",
  "labels": {
   "en": "Zambia",
   "fr": "Zambie",
   "es": "Zambia",
   "ar": "زامبيا"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 },
 {
  "iso3": "ZWE",
  "iso2": "ZW",
  "numeric": "716",
  "labels": {
   "en": "Zimbabwe",
   "fr": "Zimbabwe",
   "es": "Zimbabue",
   "ar": "زيمبابوي"
  },
  "unMember": true,
  "permanentPopulation": true,
  "note": null,
  "groups": {
   "iom_region_2015": "SSA",
   "iom_region_2011": "africa",
   "m49_region": "africa",
   "m49_subregion": "sub_saharan_africa",
   "unodc_region": "africa_and_the_middle_east",
   "unodc_subregion": "sub_saharan_africa",
   "iom_regional_office_2015": "PRE",
   "ctdc_vp_region": "africa"
  }
 }
];
