/**
 * Words by which case files name codes, beside the labels and equivalents of the standard: by code list, then code, all
 * languages together, separated by `;`. Compared like the words of columns.
 */
export const codeWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: {
    female:
      'f; fem; female; woman; girl; women; feminin; feminine; fille; mujer; femenino; nina; أنثى; امرأة; بنت; فتاة',
    male: 'm; male; man; boy; h; homme; garcon; masculin; masculine; hombre; masculino; nino; varon; ذكر; رجل; ولد',
    intersex: 'intersex; intersexe; x',
  },
  gender: {
    woman: 'f; female; girl; feminine; feminin; fille; femenino; أنثى; امرأة',
    man: 'm; male; boy; masculine; masculin; h; masculino; ذكر; رجل',
    trans_nonconforming:
      'transgender; trans; gender minorities; transgender nonconforming; transgenre; transgenero; متحول',
  },
  majority: {
    child: 'minor; child; under 18; mineur; mineure; enfant; menor; nino; nina; قاصر; طفل; mid teens; teen; adolescent',
    adult: 'adult; adulte; majeur; majeure; adulto; adulta; mayor; بالغ; راشد; 20s; 30s; 40s',
  },
  age_band: {
    '0-8': '0 8; 00 08',
    '9-17': '9 17; 09 17',
    '18-20': '18 20',
    '21-23': '21 23',
    '24-26': '24 26',
    '27-29': '27 29',
    '30-38': '30 38',
    '39-47': '39 47',
    '48+': '48+; 48 +',
  },
  duration_band: {
    '0-12': '0 12 0 1 yr; 0 12; under 1 year; moins 1 an',
    '13-24': '13 24 1 2 yrs; 13 24; 1 2 years',
    '25+': '25+ 2+ yrs; 25+; 25 60 2 5 yrs; 61+ 5+ yrs; over 2 years; plus 2 ans',
  },
  trafficking_status: {
    possible: 'possible victim trafficking; presumed; potential; presumee; presunta; suspected; high; moderate; محتملة',
    confirmed:
      'actual victim trafficking; confirmed; identified; victim; confirmee; victime; confirmada; victima; مؤكدة; ضحية',
    not_victim: 'not a victim trafficking; not victim; non victime; no victima; ليس ضحية',
  },
  scope: {
    cross_border:
      'cross border; international; transnational; external; transfrontaliere; internationale; transfronteriza; internacional; عبر الحدود; دولي',
    internal: 'internal; domestic; within borders; interne; nationale; interna; داخلي',
  },
  status_decider: {
    court_prosecution: 'court; prosecution; court or prosecution; justice; tribunal; parquet; fiscalia',
    other_government: 'non police governmental organization; government; other government; gobierno; gouvernement',
  },
  exploitation_type: {
    forced_labour:
      'labour; labor; forced labor; forced labour; labour exploitation; labor trafficking; labour trafficking; travail force; exploitation travail; travail; trabajo forzado; trabajo forzoso; explotacion laboral; laboral; عمل قسري; استغلال في العمل; chantier; restauration; agriculture; vente rue; construction; expl forced labour',
    child_labour: 'child labor; child labour; travail enfant; trabajo infantil; عمل الأطفال',
    servitude:
      'servitude; domestic servitude; travail domestique; servitude domestique; domestic work; trabajo domestico; servidumbre; servidumbre domestica; عمل منزلي; خدمة منزلية',
    forced_begging: 'begging; forced begging; mendicite; mendicite forcee; mendicidad; التسول; تسول',
    forced_criminality:
      'crime; forced criminality; criminal activity; illicit activities; delinquance; delinquance forcee; delincuencia; criminalite; actividades ilicitas; إجرام',
    sexual_exploitation:
      'sex; sexual; sexual exploitation; sex trafficking; exploitation sexuelle; sexuelle; prostitution; explotacion sexual; sexual; prostitucion; استغلال جنسي; expl sexual',
    slavery_practices: 'slavery; slavery and practices; esclavage; esclavitud; رق; عبودية',
    forced_marriage: 'forced marriage; mariage force; matrimonio forzado; matrimonio forzoso; زواج قسري',
    forced_military:
      'child soldier; armed conflict; armed group; enfant soldat; groupes armes; grupos armados; forced military; تجنيد',
    organ_removal: 'organ; organs; organ removal; organes; organos; نزع الأعضاء; أعضاء',
    illegal_adoption: 'adoption; illegal adoption; forced adoption; adopcion; تبني',
    surrogacy: 'surrogacy; gestation autrui; gestacion subrogada',
    other: 'other; other exploit; not specified other',
  },
  labour_sector: {
    agriculture:
      'agriculture forestry fishing; agriculture; farm; farming; agricole; agricultura; campo; زراعة; agriculture animal husbandry; agricultureforestryfishing',
    forestry: 'forestry; reforestation; foresterie; silvicultura',
    fishing: 'fishing; fishery; aquaculture; aquafarming; peche; pesca; صيد; fisherman',
    mining: 'mining quarrying; mining; mine; mines; mining drilling; mineria; تعدين',
    manufacturing: 'manufacturing; factory; factories; usine; fabrique; fabrica; industrie; مصنع',
    garments: 'garments; textile; couture; confection; confeccion; ملابس',
    construction: 'construction; constr; chantier; batiment; btp; construccion; obra; بناء',
    trade: 'wholesale retail trade repair motor vehicles; wholesale; trade; retail; shop; commerce; comercio; تجارة',
    peddling:
      'peddling; street vending; street selling; vente rue; vente ambulante; venta ambulante; venta callejera; بيع متجول',
    transport: 'transportation storage; transport; transportation; transporte; نقل',
    hospitality:
      'accommodation food service activities; accommodation; hotels hospitality; hospitality; restaurant; hotel; restaurants; restauration; hotellerie; restaurante; hosteleria; مطعم; فندق',
    cleaning: 'cleaning; nettoyage; menage bureaux; limpieza; تنظيف',
    care: 'human health social work activities; care; health care; soins; cuidado; رعاية',
    entertainment: 'arts entertainment recreation; entertainment; arts; spectacle; entretenimiento; ترفيه',
    personal_services:
      'other service activities; personal services; beauty; nail; massage; coiffure; belleza; health beauty services',
    domestic_work:
      'activities households employers; domestic work; domestic; travail domestique; domestique; maison; trabajo domestico; servicio domestico; عمل منزلي',
    online_scams: 'scam; online scam; arnaque; estafa; احتيال',
    other:
      'education; public administration defence; administrative support service activities; real estate activities; information communication; financial insurance activities; professional scientific technical activities; activities extraterritorial organizations; other sector; other labour; labour other',
  },
  sexual_form: {
    prostitution:
      'prostitution; escort; residential; brothel; street prostitution; illicit massage; prostitucion; دعارة',
    pornography: 'pornography; pornographie; pornografia',
    remote_interactive: 'remote interactive; webcam; online sexual; remote interactive sexual acts',
    private_services: 'private sexual services; personal sexual servitude',
  },
  means_of_control: {
    debt_bondage: 'debt; debt bondage; dette; dettes; servitude dette; deuda; دين',
    takes_earnings:
      'salary withheld; earning taken; takes earnings; wages withheld; salaire retenu; salaire confisque; salario retenido; retiene salario; احتجاز الأجر; أجر محتجز',
    restricts_finances: 'restricts financial access; financial control; controle argent; control financiero',
    threats: 'threats; threatened; menace; menaces; amenaza; amenazas; تهديد; physical threats; threat other',
    threat_law_enforcement:
      'threat law enforcement; threat immigration; threat police; threats law enforcement; denonciation; menace police; amenaza policia',
    uses_children: 'uses children; threatens children family; enfants pression',
    psychological_abuse: 'psychological abuse; emotional abuse; violence psychologique; abuso psicologico; عنف نفسي',
    physical_abuse: 'physical abuse; beaten; violence physique; coups; abuso fisico; violencia fisica; عنف جسدي; ضرب',
    sexual_abuse: 'sexual abuse; violence sexuelle; viol; abuso sexual; عنف جنسي',
    false_promises: 'false promises; deception; fausses promesses; falsas promesas; وعود كاذبة',
    substances: 'substances; drugs; induces substance abuse; drogue; drogues; drogas; psychoactive substance; مخدرات',
    restricts_movement:
      'restricts movement; confinement; isolation; locked; enfermement; sequestration; liberte mouvement; encierro; احتجاز; تقييد الحركة',
    restricts_medical: 'restricts medical care; medical care denied; soins refuses; atencion medica negada',
    excessive_hours: 'excessive working hours; long hours; horaires excessifs; jornadas excesivas; ساعات طويلة',
    withholds_necessities: 'withholds necessities; food withheld; privation nourriture; privation; privacion',
    withholds_documents:
      'withholds documents; documents withheld; passport withheld; passport confiscated; passport taken; docs; passeport confisque; papiers confisques; documents confisques; pasaporte retenido; retiene documentos; documentos retenidos; حجز الجواز; مصادرة الجواز; احتجاز جواز السفر',
  },
  recruiter_relation: {
    intimate_partner: 'intimate partner; partner; boyfriend; husband; conjoint; petit ami; mari; pareja; novio; شريك',
    family: 'family; familial; relative; parent; parents; family relative; famille; familia; pariente; عائلة',
    friend: 'friend; acquaintance; friend acquaintance; ami; amie; connaissance; amigo; conocido; صديق',
    employer: 'employer; boss; employeur; patron; empleador; jefe; صاحب العمل',
    broker: 'broker; agency; agent; intermediaire; agence; intermediario; agencia; وسيط; سمسار',
    smuggler: 'smuggler; passeur; coyote; مهرب',
    stranger: 'stranger; unacquainted; unaquainted; inconnu; desconocido; غريب',
  },
  legal_basis: {
    public_interest:
      'public interest; mandate; mission publique; mandat; interet public; interes publico; mandato; مصلحة عامة',
    assent_guardian: 'yes guardian; oui tuteur; si tutor; نعم الوصي; oui parent; yes parent',
    consent: 'yes; oui; si; نعم; consent; true; 1; accord; o; y',
    legitimate_interest: 'legitimate interest; interet legitime; interes legitimo',
    vital_interest: 'vital interest; interet vital; interes vital',
  },
  marital_status: {
    single: 'single; celibataire; soltero; soltera; أعزب; عزباء; unmarried',
    married: 'married; marie; mariee; casado; casada; متزوج; متزوجة',
    widowed: 'widowed; widow; veuf; veuve; viudo; viuda; أرمل; أرملة',
    divorced: 'divorced; divorce; divorcee; divorciado; divorciada; مطلق; مطلقة',
    separated: 'separated; separe; separee; separado; separada; منفصل',
  },
  source_kind: {
    case_management: 'case management; gestion cas; gestion casos',
    hotline: 'hotline; helpline; ligne assistance; linea ayuda; خط المساعدة',
  },
};
