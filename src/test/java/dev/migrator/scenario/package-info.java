/** Cases written as text, each run through the whole tool on real databases. */
package dev.migrator.scenario;
