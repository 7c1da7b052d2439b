import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@regielijn/kern';
import fc from 'fast-check';
import { checkBeleid, type Handeling, magHandelen, waarvanMag } from './beleid.js';
import { rolBeleid } from './beleid-tabel.js';
import { demoAccounts, dienstAccounts } from './demo-accounts.js';

/** Column heads of the table below. */
const kolommen: Record<string, Actor> = {
  LT: demoAccounts['lokaal-team'],
  JB: demoAccounts.jeugdbeschermer,
  TL: demoAccounts.teamleider,
  PC: demoAccounts.plaatsingscoordinator,
  BH: demoAccounts.behandelaar,
  GW: demoAccounts.gedragswetenschapper,
  RV: demoAccounts.reviewer,
  RS: demoAccounts.regiosturing,
  BE: demoAccounts.beheer,
  FG: demoAccounts['functionaris-gegevensbescherming'],
  de: dienstAccounts.demo,
  cl: dienstAccounts.cli,
  fo: dienstAccounts.follower,
  kl: dienstAccounts.klok,
};

const verwacht = `
soort en naam                                   LT JB TL PC BH GW RV RS BE FG de cl fo kl
opdracht jeugdige.registreer                    ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.vernietig-dossier             .  .  .  .  .  .  .  .  ja .  ja ja .  .
opdracht jeugdige.bied-regieoverdracht-aan      ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.aanvaard-regieoverdracht      ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.weiger-regieoverdracht        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.trek-regieoverdracht-in       ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.laat-regieoverdracht-verlopen ja ja ja .  .  .  .  .  .  .  ja .  ja .
opdracht jeugdige.bied-aan-volgens-regel        .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht jeugdige.kom-overdrachtsvoorwaarde-na  ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.wijs-medewerker-aan           ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-afstemming-vast           ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.meld-verhuizing               ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.meld-gi-wissel                ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.voeg-samen                    .  .  ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.maak-samenvoeging-ongedaan    .  .  ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.stel-regieregel-vast          .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht jeugdige.zet-regieoverdracht-stil      .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht jeugdige.hervat-regieoverdracht        .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht jeugdige.sluit-dossier                 ja ja ja .  .  .  .  .  .  .  ja ja .  .
opdracht jeugdige.heropen-dossier               ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-netwerkpersoon-vast       ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht jeugdige.wijzig-netwerkpersoon         ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht jeugdige.bied-jim-support              ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-contactmoment-vast        ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht jeugdige.laat-netwerkpersoon-vervallen ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.bied-familiegroepsplan-aan    ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.stel-familiegroepsplan-vast   ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.start-jim-zoektocht           ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-jim-zoekstap-vast         ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.vraag-jim                     ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.voer-levinasgesprek           ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.vind-jim                      ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-jim-afspraak-vast         ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-jim-weigering-vast        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.stop-jim                      ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-opvoedbesluit-vast        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.vraag-hulp-ouders             ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.start-hulp-ouders             ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.stop-hulp-ouders              ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-eerdere-hulp-vast         ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-eerdere-woonplek-vast     ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.stel-toekomstplan-vast        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.wijs-casusregisseur-18-aan    ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-woonplek-na-achttien-vast ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.leg-besluit-vast              ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.vraag-advies                  ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.geef-advies                   ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.corrigeer                     ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht jeugdige.trek-feit-in                  ja ja ja .  .  .  .  .  .  .  ja .  .  .
vraag jeugdige.dossier                          ja ja ja ja ja ja .  .  .  .  .  ja .  .
vraag jeugdige.dossiers                         ja ja ja ja ja ja .  .  .  .  .  ja .  .
vraag jeugdige.tijdlijn                         ja ja ja .  ja ja .  .  .  .  .  ja .  .
vraag jeugdige.besluit                          ja ja ja .  ja ja .  .  .  .  .  ja .  .
vraag jeugdige.zoekopdracht                     ja ja ja .  ja ja .  .  .  .  .  ja .  .
opdracht document.leg-vast                      ja ja ja .  ja ja .  .  .  .  ja .  .  .
opdracht document.voeg-versie-toe               ja ja ja .  ja ja .  .  .  .  ja .  .  .
opdracht document.trek-versie-in                ja ja ja .  ja ja .  .  .  .  ja .  .  .
opdracht document.corrigeer                     ja ja ja .  ja ja .  .  .  .  ja .  .  .
vraag document.lijst                            ja ja ja .  ja ja .  .  .  .  .  ja .  .
vraag document.inhoud                           ja ja ja .  ja ja .  .  .  .  .  ja .  .
opdracht machtiging.dien-verzoek-in             ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht machtiging.leg-verzoek-vast            ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht machtiging.leg-beschikking-vast        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht machtiging.leg-gebeurtenis-vast        ja ja ja .  ja .  .  .  .  .  ja .  ja .
opdracht machtiging.neem-besluit                .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht machtiging.wijzig-hulpverleningsplan   .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht machtiging.neem-opnamebeslissing       .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht machtiging.leg-melding-vast            ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht machtiging.leg-einde-vast              ja ja ja .  ja .  .  .  .  .  ja .  ja .
opdracht machtiging.corrigeer                   ja ja ja .  ja .  .  .  .  .  ja .  ja .
opdracht machtiging.trek-feit-in                ja ja ja .  ja .  .  .  .  .  ja .  ja .
opdracht machtiging.herzie                      .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht machtiging.leg-mgj-verzoek-vast        .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht traject.meld-aan                       ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.meld-aan-bij-aanbieder         ja ja ja ja .  .  .  .  .  .  ja .  .  .
opdracht traject.leg-antwoord-aanbieder-vast    ja ja ja ja .  .  .  .  .  .  ja .  .  .
opdracht traject.beoordeel-plek                 ja ja ja ja .  .  .  .  .  .  ja .  .  .
opdracht traject.kies-variant                   ja ja ja ja .  .  .  .  .  .  ja .  .  .
opdracht traject.trek-aanmelding-in             ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.leg-trajectberaad-vast         ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.beoordeel-bloedspoed           ja ja ja .  .  ja .  .  .  .  ja .  .  .
opdracht traject.leg-veiligheidsweging-vast     ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.stel-andere-indicatie-vast     ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.start-overbrugging             ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.leg-route-voor-jhp-vast        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.start-variant                  ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.beeindig-variant               ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.wijs-plek-toe                  .  .  .  ja .  .  .  .  .  .  ja .  .  .
opdracht traject.start-opname                   .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.plaats-over                    .  .  .  ja ja .  .  .  .  .  ja .  .  .
opdracht traject.stel-perspectief-vast          ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.stel-plan-vast                 ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-planbespreking-vast        ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-planinstemming-vast        ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-planbezwaar-vast           ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.evalueer-plan                  ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.stel-veiligheidsplan-vast      ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-onderwijs-vooraf-vast      ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.start-onderwijs                ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.stop-onderwijs                 ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-uitschrijving-school-vast  ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.stel-dagprogramma-vast         ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.stem-opp-af                    ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.meld-onttrekking               .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.meld-terugkeer                 .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.eindig-na-onttrekking          .  .  .  ja .  .  .  .  .  .  ja .  .  .
opdracht traject.meld-uitstroom                 ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.stel-nazorgplan-vast           ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.leg-lokale-partner-vast        ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.pas-maatregel-toe              .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.beeindig-maatregel             .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.verleng-maatregel              .  .  .  .  .  ja .  .  .  .  ja .  .  .
opdracht traject.geef-maatregel-toestemming     .  .  .  .  .  ja .  .  .  .  ja .  .  .
opdracht traject.verleen-verlof                 .  .  .  .  ja ja .  .  .  .  ja .  .  .
opdracht traject.trek-verlof-in                 .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.zet-medewerker-in              .  .  .  .  ja .  .  .  .  .  ja .  .  .
opdracht traject.meld-incident                  ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.handel-incident-af             ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-overzicht-maatregelen-vast ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-spoedbespreking-vast       ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.meld-klaar-voor-uitstroom      ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.vraag-vervolgplek              ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-antwoord-vervolgplek-vast  ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-andere-wet-vast            ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.leg-woonsituatie-vast          ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.leg-toezegging-vast            ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.leg-nazorg-voortgang-vast      ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.sluit-af                       ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht traject.corrigeer                      ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht traject.trek-feit-in                   ja ja ja .  ja .  .  .  .  .  ja .  .  .
vraag traject.triage                            ja ja ja ja ja ja .  .  .  .  .  ja .  .
opdracht traject.herzie                         .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht voorziening.open                       .  .  .  ja .  .  .  .  .  .  ja .  .  .
opdracht voorziening.open-plekken               .  .  .  ja ja .  .  .  .  .  ja .  .  .
opdracht voorziening.sluit-plekken              .  .  .  ja ja .  .  .  .  .  ja .  .  .
opdracht voorziening.bevestig-plekken           .  .  .  ja ja .  .  .  .  .  ja .  .  .
opdracht voorziening.reserveer-plek             .  .  .  ja .  .  .  .  .  .  ja .  .  .
opdracht voorziening.geef-reservering-vrij      .  .  .  ja .  .  .  .  .  .  ja .  ja .
opdracht voorziening.bezet-plek                 .  .  .  .  ja .  .  .  .  .  ja .  ja .
opdracht voorziening.geef-plek-vrij             .  .  .  .  ja .  .  .  .  .  ja .  ja .
opdracht voorziening.corrigeer                  .  .  .  ja ja .  .  .  .  .  ja .  ja .
opdracht voorziening.trek-feit-in               .  .  .  ja ja .  .  .  .  .  ja .  ja .
vraag voorziening.plekken                       ja ja ja ja ja .  .  ja .  .  .  ja .  .
opdracht normenkader.toets                      .  .  .  .  .  .  .  .  .  .  .  ja ja .
opdracht normenkader.motiveer-afwijking         ja ja ja ja ja .  .  .  .  .  ja .  .  .
opdracht normenkader.rond-herstel-af            ja ja ja ja ja .  .  .  .  .  ja .  .  .
opdracht opschaling.open                        ja ja ja .  .  .  ja .  .  .  ja .  ja .
opdracht opschaling.neem-aan                    ja ja ja .  .  .  ja .  .  .  ja .  .  .
opdracht opschaling.geef-terug                  ja ja ja .  .  .  ja .  .  .  ja .  .  .
opdracht opschaling.beantwoord                  ja ja ja .  .  .  ja .  .  .  ja .  .  .
opdracht opschaling.schaal-op                   ja ja ja .  .  .  ja .  .  .  ja .  .  .
opdracht opschaling.laat-opschalen              .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht opschaling.sluit-af                    ja ja ja .  .  .  ja .  .  .  ja .  ja .
opdracht opschaling.corrigeer                   ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht opschaling.trek-feit-in                ja ja ja .  .  .  .  .  .  .  ja .  .  .
vraag opschaling.lijst                          ja ja ja .  .  .  ja .  .  .  .  ja .  .
vraag opschaling.verloop                        ja ja ja .  .  .  ja .  .  .  .  ja .  .
opdracht terugkeer.bereid-voor                  .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht terugkeer.werk-bij                     .  .  .  .  .  .  .  .  .  .  ja .  ja .
opdracht terugkeer.leg-verwacht-einde-vast      ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht terugkeer.aanvaard-deelname            ja ja ja .  .  .  .  .  .  .  ja .  .  .
opdracht terugkeer.leg-levensgebied-vast        ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht terugkeer.corrigeer                    ja ja ja .  ja .  .  .  .  .  ja .  .  .
opdracht terugkeer.trek-feit-in                 ja ja ja .  ja .  .  .  .  .  ja .  .  .
vraag terugkeer.lijst                           ja ja ja ja ja .  .  .  .  .  .  ja .  .
vraag terugkeer.overzicht                       ja ja ja ja .  .  .  .  .  .  .  ja .  .
vraag terugkeer.verloop                         ja ja ja ja ja .  .  .  .  .  .  ja .  .
opdracht bewaking.meld-termijn                  .  .  .  .  .  .  .  .  .  .  .  .  .  ja
opdracht bewaking.leg-gevolg-vast               .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht bewaking.pauzeer-termijn               ja ja ja .  .  .  .  .  .  .  .  .  .  .
opdracht bewaking.hervat-termijn                ja ja ja .  .  .  .  .  .  .  .  .  .  .
opdracht normenkader.leg-bespreking-vast        .  .  .  .  .  .  .  .  .  .  .  .  ja .
vraag normenkader.toetsen                       ja ja ja ja ja .  ja .  .  .  .  ja .  .
vraag normenkader.afwijkingen                   .  .  ja .  .  .  ja .  .  .  .  ja .  .
vraag normenkader.afwijkingen-van-traject       ja ja ja ja ja .  .  .  .  .  .  ja .  .
opdracht kwartaalreview.open                    .  .  .  .  .  .  .  .  .  .  .  .  .  ja
opdracht kwartaalreview.zet-op-agenda           .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht kwartaalreview.werk-agenda-bij         .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht kwartaalreview.neem-over               .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht kwartaalreview.voeg-deelnemer-toe      .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.verschoon               .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.stel-leeslijst-vast     .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.leg-vergadering-vast    .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.concludeer              .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.licht-zaak-toe          .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.spreek-actie-af         .  .  .  .  .  .  ja .  .  .  .  .  .  .
opdracht kwartaalreview.rond-actie-af           ja ja ja ja ja ja ja .  .  .  .  .  .  .
opdracht kwartaalreview.sluit                   .  .  .  .  .  .  ja .  .  .  .  .  .  .
vraag kwartaalreview.lijst                      ja ja ja ja ja ja ja .  .  .  .  ja .  .
vraag kwartaalreview.pakket                     ja ja ja ja ja ja ja .  .  .  .  ja .  .
vraag kwartaalreview.acties                     ja ja ja ja ja ja ja .  .  .  .  ja .  .
vraag kwartaalreview.besprekingen-van-traject   ja ja ja ja ja .  ja .  .  .  .  ja .  .
vraag werklijst.mijn                            ja ja ja ja ja ja ja .  .  .  .  ja .  .
vraag wijziging.jeugdige                        ja ja ja ja ja ja .  .  .  .  .  ja .  .
vraag wijziging.machtiging                      ja ja ja ja ja ja .  .  .  .  .  ja .  .
vraag wijziging.traject                         ja ja ja ja ja ja .  .  .  .  .  ja .  .
vraag wijziging.document                        ja ja ja .  ja ja .  .  .  .  .  ja .  .
vraag wijziging.normtoets                       ja ja ja ja ja .  ja .  .  .  .  ja .  .
vraag wijziging.voorziening                     ja ja ja ja ja .  .  ja .  .  .  ja .  .
vraag wijziging.proces                          ja ja ja ja .  .  .  .  .  .  .  ja .  .
vraag wijziging.bericht                         .  .  .  .  .  .  .  .  .  .  .  ja .  .
vraag wijziging.opschaling                      ja ja ja .  .  .  ja .  .  .  .  ja .  .
vraag wijziging.kwartaalreview                  .  .  .  .  .  .  ja .  .  .  .  ja .  .
vraag wijziging.terugkeer                       ja ja ja ja ja .  .  .  .  .  .  ja .  .
vraag monitor.plaatsingen                       .  .  ja ja .  .  ja ja .  .  ja ja .  .
vraag monitor.bezetting                         .  .  ja ja .  .  ja ja .  .  ja ja .  .
opdracht bericht.stel-op                        .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht bericht.adresseer                      .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht bericht.leg-verzending-vast            .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht bericht.herinner                       .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht bericht.handel-af                      .  .  .  .  .  .  .  .  .  .  .  .  ja .
opdracht bericht.stel-voorkeur-in               ja ja ja ja ja ja .  .  .  .  .  ja .  .
opdracht bericht.stel-postbus-in                .  .  .  .  .  .  .  .  ja .  .  ja .  .
vraag bericht.mijn                              ja ja ja ja ja ja .  .  .  .  .  ja .  .
vraag bericht.lijst                             .  .  .  .  .  .  .  .  ja .  .  ja .  .
vraag bewaking.termijnen                        ja ja ja ja .  .  .  .  .  .  .  ja .  .
vraag bewaking.controle                         .  .  .  .  .  .  .  .  ja .  .  ja .  .
`.trim();

const [, ...rijen] = verwacht.split('\n');
const handelingen = rijen.map((rij): Handeling => {
  const [soort, naam = ''] = rij.split(/ +/);
  return { soort: soort === 'opdracht' ? 'opdracht' : 'vraag', naam };
});
const geenToegang = expect.objectContaining({ kind: 'forbidden', code: 'GEEN_TOEGANG' });

const mag = (actor: Actor, handeling: Handeling): boolean => {
  try {
    magHandelen(actor, handeling);
    return true;
  } catch (error) {
    expect(error).toEqual(geenToegang);
    return false;
  }
};

const tekenTabel = (): string => {
  const breedte = 48;
  const cellen = (handeling: Handeling): string[] =>
    Object.values(kolommen).map((actor) => (mag(actor, handeling) ? 'ja' : '. '));
  const regels = handelingen.map((handeling) =>
    `${`${handeling.soort} ${handeling.naam}`.padEnd(breedte)}${cellen(handeling).join(' ')}`.trimEnd(),
  );
  return ['soort en naam'.padEnd(breedte) + Object.keys(kolommen).join(' '), ...regels].join('\n');
};

describe('who may do what', () => {
  it('given every rol and every handeling, when asked, then the answer is the one in this table', () => {
    expect(tekenTabel()).toBe(verwacht);
  });

  it('given every name in the policy table, when looked up, then it has a row in the table of this test', () => {
    const namen = Object.values(rolBeleid).flatMap(({ opdrachten, vragen }) => [
      ...opdrachten.map((naam) => `opdracht ${naam}`),
      ...vragen.map((naam) => `vraag ${naam}`),
    ]);
    const gelopen = handelingen.map(({ soort, naam }) => `${soort} ${naam}`);
    expect(namen.filter((naam) => !naam.endsWith('*') && !gelopen.includes(naam))).toEqual([]);
  });
});

it('given who may see the terms, then the dossier too: the list names days that are read there', () => {
  const magVragen = (naam: string) => Object.values(kolommen).filter((actor) => mag(actor, { soort: 'vraag', naam }));
  expect(magVragen('jeugdige.dossier')).toEqual(expect.arrayContaining(magVragen('bewaking.termijnen')));
});

describe('what nobody was given', () => {
  const onbekend = [
    ['a rol that does not exist', { subject: 'demo-jeugdbeschermer', organisatie: 'gi-jb-west', rol: 'directeur' }],
    ['a rol that every object has', { subject: 'a', organisatie: 'b', rol: 'constructor' }],
    ['no rol', { subject: 'a', organisatie: 'b', rol: '' }],
    ['a dienst without rights of its own', { subject: 'dienst-onbekend', organisatie: 'regielijn', rol: 'dienst' }],
    ['a dienst named like an object part', { subject: 'constructor', organisatie: 'regielijn', rol: 'dienst' }],
    ['the name of a dienst without its rol', { subject: 'dienst-cli', organisatie: 'regielijn', rol: 'regiosturing' }],
  ] as const;

  it.each(onbekend)('given %s, when it asks for a dossier, then it is denied', (_wat, actor) => {
    expect(mag(actor, { soort: 'vraag', naam: 'jeugdige.dossier' })).toBe(false);
  });

  it('given a handeling that no row names, when anybody but the command line asks, then it is denied', () => {
    const { cl: _cli, ...overigen } = kolommen;
    const slice = /^(jeugdige|machtiging|traject|voorziening|normenkader|kwartaalreview|monitor)\./;
    const vreemd = fc
      .oneof(
        fc.string(),
        fc.constantFrom(...handelingen).map(({ naam }) => `${naam.slice(0, 5)}${naam}`),
      )
      .filter((naam) => !slice.test(naam));
    fc.assert(
      fc.property(vreemd, fc.constantFrom('opdracht', 'vraag'), (naam, soort) => {
        for (const actor of Object.values(overigen)) expect(mag(actor, { soort, naam })).toBe(false);
      }),
    );
  });

  it('given the right to ask, when the same name is a command, then it is denied', () => {
    const actor = demoAccounts.jeugdbeschermer;
    expect(mag(actor, { soort: 'vraag', naam: 'jeugdige.vernietig-dossier' })).toBe(true);
    expect(mag(actor, { soort: 'opdracht', naam: 'jeugdige.vernietig-dossier' })).toBe(false);
  });

  it('given several things under one name, then those come back that may be; none of them is a refusal under that name', () => {
    const handelingen = ['jeugdige.dossier', 'voorziening.plekken', 'monitor.bezetting'].map((naam) => ({
      ...{ soort: 'vraag' as const, naam },
    }));
    const van = (actor: Actor): string[] => waarvanMag(actor, 'alles', handelingen).map(({ naam }) => naam);
    expect(van(demoAccounts.regiosturing)).toEqual(['voorziening.plekken', 'monitor.bezetting']);
    expect(van(dienstAccounts.cli)).toHaveLength(3);
    for (const actor of [demoAccounts.beheer, { ...demoAccounts.beheer, rol: 'onbekend' }])
      expect(() => van(actor)).toThrow(
        expect.objectContaining({ code: 'GEEN_TOEGANG', data: { handeling: 'alles', rol: actor.rol } }),
      );
  });

  it('given a refusal, when read, then it tells the handeling and the rol and nothing else', () => {
    const vraag = { soort: 'vraag', naam: 'jeugdige.dossier' } as const;
    expect(() => magHandelen(demoAccounts.beheer, vraag)).toThrow(
      expect.objectContaining({ data: { handeling: 'jeugdige.dossier', rol: 'beheer' } }),
    );
  });
});

describe('the check at start', () => {
  it('given handelingen that each have somebody, when checked, then the start goes on', () => {
    expect(() => checkBeleid(handelingen)).not.toThrow();
  });

  it('given handelingen that nobody may do, when checked, then the start stops and names each of them', () => {
    const vergeten: Handeling[] = [
      { soort: 'opdracht', naam: 'triage.stel-vast' },
      { soort: 'opdracht', naam: 'monitor.plaatsingen' },
    ];
    expect(() => checkBeleid([...handelingen, ...vergeten])).toThrow(
      expect.objectContaining({
        code: 'BELEID_ONVOLLEDIG',
        data: { handelingen: ['opdracht triage.stel-vast', 'opdracht monitor.plaatsingen'] },
      }),
    );
  });

  it('given a name in the table that is no handeling, when checked, then the start stops and names it', () => {
    const zonder = handelingen.filter(({ naam }) => naam !== 'voorziening.bezet-plek');
    expect(() => checkBeleid(zonder)).toThrow(
      expect.objectContaining({ code: 'BELEID_ONVOLLEDIG', data: { handelingen: ['voorziening.bezet-plek'] } }),
    );
  });
});
