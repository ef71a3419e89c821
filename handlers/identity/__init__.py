"""Who somebody is: logins, personal numbers, the population database."""
